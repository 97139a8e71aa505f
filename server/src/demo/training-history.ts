import { addDays, daysBetween } from "@jinengtong/standards";
import { addDemoClaims } from "../entitlement/index.ts";
import type { Course, DemoCounty } from "../kernel/demo/county.ts";
import type { DemoPerson } from "../people/index.ts";
import { addDemoClass, type Fraud, type TrainedClass } from "../training/index.ts";
import { COURSES } from "./plan.ts";

const CLASS_SIZE = [24, 38] as const;

export interface HistoryOptions {
  /** Approximate number of people trained or in training. */
  people: number;
  progress?: (done: number, total: number) => void;
}

/** Classes throughout the county's history, until enough people have trained. */
export async function addHistoryOfTraining(county: DemoCounty, { people, progress }: HistoryOptions): Promise<void> {
  const before = county.sink.count("person");
  const total = Math.max(1, Math.round(people / ((CLASS_SIZE[0] + CLASS_SIZE[1]) / 2)));
  const span = daysBetween(county.firstDay, county.today) + 25;
  const mayTrainAgain: { person: DemoPerson; made: TrainedClass }[] = [];
  for (let n = 0; county.sink.count("person") - before < people; n += 1) {
    const from = addDays(county.firstDay, Math.floor((Math.min(n, total) / total) * span));
    const organisation = county.organisations[(n * 7 + 1) % county.organisations.length];
    if (!organisation) return;
    const fraud = fraudOf(n, total);
    const course = county.random.weighted(coursesFor(fraud).map((each) => [each, each.weight] as const));
    const again = mayTrainAgain.findIndex(
      ({ made }) =>
        addDays(made.endsOn, 45) < from &&
        made.course.benefit === course.benefit &&
        made.course.occupation !== course.occupation,
    );
    const known = again >= 0 ? mayTrainAgain.splice(again, 1).map(({ person }) => person) : [];
    const made = addDemoClass(county, {
      organisation,
      course,
      from,
      size: county.random.int(...CLASS_SIZE),
      fraud,
      known,
      project: projectOf(county, n, course),
    });
    addDemoClaims(county, made);
    const first = made.learners[0];
    if (first && known.length === 0 && county.history.has(first.person.index) && mayTrainAgain.length < 200)
      mayTrainAgain.push({ person: first.person, made });
    if (n % 20 === 0) {
      await county.sink.flush();
      progress?.(county.sink.count("person") - before, people);
    }
  }
  progress?.(people, people);
}

/** Some of the classes for people without work belong to one of the named plans. */
function projectOf(county: DemoCounty, n: number, course: Course): string | null {
  if (course.benefit !== "unemployed-training" || n % 3 !== 0) return null;
  const plans = county.projects.filter(({ kind }) => kind === "named-plan");
  return plans[Math.floor(n / 3) % plans.length]?.id ?? null;
}

/** The platform issues no completion certificate without hours; a bought certificate comes from an evaluator. */
const coursesFor = (fraud: Fraud | null) =>
  fraud === "no-attendance"
    ? COURSES.filter((course) => course.certificate === "skill-level" && course.benefit === "unemployed-training")
    : COURSES;

/** A few classes with planted faults at fixed places in the history, and one in about two hundred beyond that. */
function fraudOf(n: number, total: number): Fraud | null {
  const planted: Fraud[] = ["one-device", "shared-card", "no-attendance", "insured", "shared-phone"];
  const index = planted.findIndex((_, k) => n === Math.floor(total * (0.45 + k * 0.09)));
  if (index >= 0) return planted[index] ?? null;
  return n > 200 && n % 211 === 0 ? (planted[n % planted.length] ?? null) : null;
}
