import { addDays } from "@jinengtong/standards";
import type { FileStore } from "../kernel/files.ts";
import { demoAccount } from "./accounts.ts";
import { addCases } from "./cases.ts";
import { addClaims } from "./claims.ts";
import { addApplicants, addClass, type ClassState } from "./classes.ts";
import { at, rowId, type County } from "./county.ts";
import { addCourse, watchLessons } from "./lessons.ts";
import type { Money } from "./money.ts";
import { addLane } from "./organisations.ts";
import { addPerson } from "./people.ts";
import { tryQuiz } from "./quizzes.ts";
import { addTwoPlaces } from "./two-places.ts";
import { addWholeClasses } from "./whole-classes.ts";
import { COURSES, type Course } from "./plan.ts";

const courseOf = (occupation: string, level: number): Course => {
  const found = COURSES.find((course) => course.occupation === occupation && course.level === level);
  if (!found) throw new RangeError(occupation);
  return found;
};

/** Days since which filings wait for the bureau. */
const FILINGS = [1, 1, 2, 3, 4, 5, 7, 9, 12];

/**
 * What the demo accounts find: the learner has a class today, a lesson to go on with, a claim to confirm and one that was paid; the
 * school has a class in every state, one of them waiting for its subsidy list.
 */
export async function addShowcase(county: County, money: Money, files: FileStore, passwordHash: string): Promise<void> {
  const school = county.organisations[0];
  if (!school) return;
  for (let lane = 0; lane < 8; lane += 1) school.lanes.push(addLane(county, school, 20 + lane));
  const learner = addPerson(county, {
    profile: "unemployed",
    by: addDays(county.today, -330),
    name: demoAccount("learner").name,
    sex: "F",
    phone: "19912340000",
    account: { username: demoAccount("learner").username, passwordHash },
  });
  const { today } = county;
  const housekeeping = courseOf("4-10-01-06", 5);
  const care = courseOf("4-10-01-05", 5);
  const electrician = courseOf("6-31-01-03", 5);

  const paid = addClass(county, {
    organisation: school,
    course: housekeeping,
    from: addDays(today, -300),
    size: 30,
    known: [learner],
  });
  addClaims(county, money, paid);
  const toConfirm = addClass(county, {
    organisation: school,
    course: electrician,
    from: addDays(today, -9),
    size: 28,
    known: [learner],
    everyDay: true,
  });
  addClaims(county, money, toConfirm, { only: "prepared" });
  const running = addClass(county, {
    organisation: school,
    course: care,
    from: addDays(today, -2),
    size: 32,
    known: [learner],
    everyDay: true,
  });
  // Over, and its list of subsidies not made yet.
  addClass(county, {
    organisation: school,
    course: courseOf("4-03-02-01", 5),
    from: addDays(today, -16),
    size: 26,
    everyDay: true,
  });
  // The evaluators have an examination before them.
  county.sink.add("exam", {
    id: rowId(county),
    class_id: running.id,
    kind: "evaluation",
    evaluator_id: county.evaluators[0]?.id ?? null,
    held_on: addDays(running.endsOn, 3),
    pass_score: 60,
    examiner_names: ["示例考评员甲", "示例考评员乙"],
    created_by: demoAccount("evaluator").id,
    created_at: at(addDays(today, -1), "09:00:00"),
  });
  // Something to see for whoever watches over classes, at any hour.
  const watched = county.organisations.slice(2, 6).map((organisation, index) => {
    organisation.lanes.push(addLane(county, organisation, 50));
    const course = COURSES[(index * 2 + 1) % COURSES.length] ?? care;
    const from = addDays(today, -1 - index);
    return addClass(county, { organisation, course, from, size: 22 + index, everyDay: true });
  });
  const [, , counted, tried] = watched;
  if (counted && tried) addTwoPlaces(county, counted, tried);
  addEnterpriseClasses(county, money);
  addWholeClasses(county, money);
  const { lessons, quiz } = await addCourse(county, files, school, [running, toConfirm]);
  watchLessons(county, running, lessons, running.learners);
  tryQuiz(county, running, quiz, running.learners);
  const open = addClass(county, {
    organisation: school,
    course: courseOf("4-01-06-02", 5),
    from: addDays(today, 12),
    size: 11,
    state: "approved",
  });
  addApplicants(county, open, [0, 0, 1, 1, 2, 3, 4, 6]);
  // Taught to the end, and its results not entered yet.
  addClass(county, {
    organisation: school,
    course: care,
    from: addDays(today, -9),
    size: 24,
    everyDay: true,
    state: "running",
  });
  const planned: [Course, number, ClassState, number][] = [
    [electrician, 24, "returned", 0],
    [housekeeping, 30, "draft", 0],
  ];
  for (const [course, inDays, state, size] of planned) {
    addClass(county, { organisation: school, course, from: addDays(today, inDays), size, state });
  }
  for (const [index, filedAgo] of FILINGS.entries()) {
    const organisation = county.organisations[index % county.organisations.length] ?? school;
    const course = COURSES[index % COURSES.length] ?? care;
    addClass(county, { organisation, course, from: addDays(today, 14 + index), size: 0, state: "submitted", filedAgo });
  }
  addCases(county, money, {
    lately: courseOf("4-03-02-01", 5),
    later: housekeeping,
    operation: courseOf("6-30-05-01", 0),
  });
  // Classes that ended a few days apart, so that claims stand at every part of their way whatever the size of the county.
  for (const [index, daysAgo] of [4, 7, 10, 13, 16, 19, 22, 26].entries()) {
    const organisation = county.organisations[1 + (index % (county.organisations.length - 1))];
    if (!organisation) continue;
    organisation.lanes.push(addLane(county, organisation, 30 + index));
    const course = COURSES[(index * 3) % COURSES.length] ?? care;
    addClaims(
      county,
      money,
      addClass(county, { organisation, course, from: addDays(today, -daysAgo - 6), size: 25, everyDay: true }),
    );
  }
}

/** The demo enterprise's staff: a class that was paid for, one whose claims wait for it, one under way. */
function addEnterpriseClasses(county: County, money: Money): void {
  const enterprise = county.enterprises[0];
  const school = county.organisations[1];
  if (!enterprise || !school) return;
  const of = { ...enterprise, accountId: demoAccount("enterprise").id };
  for (let lane = 0; lane < 3; lane += 1) school.lanes.push(addLane(county, school, 40 + lane));
  const common = { organisation: school, enterprise: of, everyDay: true } as const;
  const welding = courseOf("6-18-02-04", 5);
  addClaims(
    county,
    money,
    addClass(county, { ...common, course: welding, from: addDays(county.today, -120), size: 22 }),
  );
  const recent = addClass(county, { ...common, course: welding, from: addDays(county.today, -10), size: 20 });
  addClaims(county, money, recent, { only: "prepared" });
  addClass(county, { ...common, course: courseOf("6-31-07-03", 4), from: addDays(county.today, -3), size: 24 });
}
