import {
  addDays,
  certificateKinds,
  formatClassHours,
  makeCertificateNumber,
  type CivilDate,
} from "@jinengtong/standards";
import { at, type DemoCounty, rowId } from "../../kernel/demo/county.ts";
import { idOf } from "../../kernel/demo/ids.ts";
import type { RowOf, Timestamp } from "../../kernel/demo/sink.ts";
import type { DemoParty } from "../../organisations/index.ts";
import { notifyDemoPerson } from "../../people/index.ts";
import type { Learner, TrainedClass } from "../../training/index.ts";
import { completionSerial } from "../completion/completion-serial.ts";

declare module "../../kernel/demo/county.ts" {
  interface DemoCounty {
    /** Last completion serial of each institution and year. */
    serials: Map<string, RowOf<"certificate_counter">>;
  }
}

/** Exam, results and certificates of a finished class. */
export function finish(county: DemoCounty, made: TrainedClass): void {
  const { learners } = made;
  holdExam(county, made, null);
  if (made.course.certificate !== "completion") holdExam(county, made, evaluatorOf(county, made));
  for (const learner of learners) {
    if (learner.complete && learner.passed) learner.certificateId = addCertificate(county, made, learner);
    if (learner.complete) pointsForHours(county, made, learner);
  }
}

/** Each class has one evaluator. */
const evaluatorOf = (county: DemoCounty, made: TrainedClass): DemoParty => {
  const evaluator = county.evaluators[Number.parseInt(made.id.slice(-4), 16) % county.evaluators.length];
  if (!evaluator) throw new RangeError("no evaluator");
  return evaluator;
};

interface PlannedExam {
  evaluator: DemoParty | null;
  heldOn: CivilDate;
  createdBy: string;
  createdAt: Timestamp;
}

/** Adds an exam of a class, without results. Returns its id. */
export function planDemoExam(
  county: DemoCounty,
  made: TrainedClass,
  { evaluator, heldOn, createdBy, createdAt }: PlannedExam,
): string {
  const id = rowId(county);
  county.sink.add("exam", {
    id,
    class_id: made.id,
    kind: evaluator ? "evaluation" : "completion",
    evaluator_id: evaluator?.id ?? null,
    held_on: heldOn,
    pass_score: 60,
    examiner_names: ["示例考评员甲", "示例考评员乙"],
    created_by: createdBy,
    created_at: createdAt,
  });
  return id;
}

function holdExam(county: DemoCounty, made: TrainedClass, evaluator: DemoParty | null): void {
  const examId = planDemoExam(county, made, {
    evaluator,
    heldOn: made.endsOn,
    createdBy: made.organisation.accountId,
    createdAt: at(made.endsOn, "16:40:00"),
  });
  for (const learner of made.learners) {
    if (!learner.complete) continue;
    county.sink.add("exam_result", {
      id: rowId(county),
      exam_id: examId,
      enrolment_id: learner.enrolmentId,
      score: learner.passed ? county.random.int(62, 97) : county.random.int(31, 58),
      passed: learner.passed,
      replaces: null,
      reason: null,
      recorded_by: made.organisation.accountId,
      recorded_at: at(made.endsOn, "17:20:00"),
    });
  }
}

/** Points by the sample rules of the schema: 0.1 for each class hour, 1 or 3 for a certificate. */
const CREDITS = { hour: 10, completion: 100, "skill-level": 300, "special-operation": 0 } as const;

function addPoints(
  county: DemoCounty,
  learner: Learner,
  on: CivilDate,
  points: { rule: string; basisKind: string; basisId: string; hundredths: number; note: string },
): void {
  if (points.hundredths <= 0) return;
  county.sink.add("credit", {
    id: county.sink.next("credit"),
    person_id: learner.person.id,
    rule_id: points.rule,
    basis_kind: points.basisKind,
    basis_id: points.basisId,
    credits_hundredths: points.hundredths,
    note: points.note,
    at: at(on, "17:45:00"),
  });
}

const pointsForHours = (county: DemoCounty, made: TrainedClass, learner: Learner): void =>
  addPoints(county, learner, made.endsOn, {
    rule: "class-hours",
    basisKind: "enrolment",
    basisId: learner.enrolmentId,
    hundredths: CREDITS.hour * learner.offlineHours,
    note: `${made.course.name}：线下培训 ${formatClassHours(learner.offlineHours)}`,
  });

/** The institution's next completion certificate of a year, from 1. */
function countOf({ serials }: DemoCounty, organisation: DemoParty, year: number): number {
  const key = `${organisation.id} ${year}`;
  const last = (serials.get(key)?.last ?? 0) + 1;
  serials.set(key, { organisation_id: organisation.id, year, last });
  return last;
}

function addCertificate(county: DemoCounty, made: TrainedClass, learner: Learner): string {
  const { course, organisation } = made;
  const n = county.sink.next("certificate");
  const id = idOf("certificate", n);
  const issuedOn = made.endsOn;
  const year = Number(issuedOn.slice(0, 4));
  const evaluated = course.certificate !== "completion";
  const evaluator = evaluatorOf(county, made);
  county.sink.add("certificate", {
    id,
    serial: evaluated
      ? makeCertificateNumber({
          issuer: "social-body",
          institution: "0000",
          province: county.region.slice(0, 2),
          site: `${county.region.slice(2, 6)}${String(1 + county.evaluators.indexOf(evaluator)).padStart(2, "0")}`,
          year,
          level: course.level || 5,
          serial: String(n).padStart(6, "0"),
        })
      : completionSerial(organisation.uscc, year, countOf(county, organisation, year)),
    kind: course.certificate,
    person_id: learner.person.id,
    holder_name: learner.person.name,
    class_id: made.id,
    enrolment_id: learner.enrolmentId,
    occupation: course.occupation,
    occupation_name: course.name,
    level: course.level,
    issuer_id: evaluated ? evaluator.id : organisation.id,
    issuer_name: evaluated ? evaluator.name : organisation.name,
    issued_on: issuedOn,
    valid_to: course.certificate === "special-operation" ? addDays(issuedOn, 6 * 365) : null,
    hours: learner.offlineHours,
    source: "platform",
    token: `${id.replaceAll("-", "").slice(12)}${((n * 2_654_435_761) % 4_294_967_296).toString(16).padStart(8, "0")}`,
    created_by: organisation.accountId,
    created_at: at(issuedOn, "17:40:00"),
  });
  addPoints(county, learner, issuedOn, {
    rule: course.certificate === "completion" ? "completion-certificate" : "skill-certificate",
    basisKind: "certificate",
    basisId: id,
    hundredths: CREDITS[course.certificate],
    note: `${certificateKinds.label(course.certificate)}：${course.name}`,
  });
  notifyDemoPerson(
    county,
    learner.person.id,
    issuedOn,
    "certificate-issued",
    `${evaluated ? evaluator.name : organisation.name}已为您登记${certificateKinds.label(course.certificate)}（${course.name}）。可在“我的技能档案”中查看；如非本人参加，请立即反映。`,
  );
  return id;
}
