import { addDays } from "@jinengtong/standards";
import { addHistory, at, type DemoCounty, rowId } from "../../kernel/demo/county.ts";
import type { Timestamp } from "../../kernel/demo/sink.ts";
import { workday } from "../../kernel/demo/workday.ts";
import { type AdmissionState, admissionStates } from "../admission/admission-states.ts";

type Waiting = "submitted" | "inspecting" | "returned" | "refused" | "draft";

/** Further admissions that institutions apply for, with the days since they applied. */
const APPLICATIONS: readonly [occupation: string, name: string, level: number, state: Waiting, ago: number][] = [
  ["4-10-01-02", "育婴员", 5, "submitted", 1],
  ["4-10-01-03", "保育师", 5, "submitted", 2],
  ["4-12-01-01", "汽车维修工", 5, "submitted", 4],
  ["4-03-02-02", "中式面点师", 5, "submitted", 6],
  ["6-18-01-01", "车工", 4, "submitted", 9],
  ["4-10-03-02", "美发师", 5, "submitted", 13],
  ["4-03-02-07", "茶艺师", 5, "submitted", 18],
  ["4-10-03-01", "美容师", 5, "submitted", 24],
  ["6-18-01-02", "铣工", 4, "inspecting", 11],
  ["4-03-02-04", "西式面点师", 5, "inspecting", 19],
  ["4-10-04-02", "保健按摩师", 5, "returned", 8],
  ["4-10-01-02", "育婴员", 4, "refused", 40],
  ["4-10-01-03", "保育师", 4, "draft", 0],
];

/** Applications for admission: most wait for the bureau, two are being inspected, one is with its school again. */
export function addApplications(county: DemoCounty): void {
  for (const [index, [occupation, name, level, state, ago]] of APPLICATIONS.entries()) {
    // Draft and returned applications belong to the demo institution.
    const mine = state === "draft" || state === "returned";
    const applicant = county.organisations[mine ? 0 : index % county.organisations.length];
    if (applicant) addApplication(county, applicant, { occupation, name, level, state, ago });
  }
}

interface Application {
  occupation: string;
  name: string;
  level: number;
  state: Waiting;
  ago: number;
}

function addApplication(
  county: DemoCounty,
  applicant: DemoCounty["organisations"][number],
  { occupation, name, level, state, ago }: Application,
): void {
  const id = rowId(county);
  const submittedOn = workday(addDays(county.today, -ago));
  const decidedOn = workday(addDays(submittedOn, 6));
  const decided = state === "returned" || state === "refused";
  const reason = state === "returned" ? "请补充实训设备清单和两名教师的资格证明" : "实训工位不足，不符合办学条件";
  county.sink.add("admission", {
    id,
    organisation_id: applicant.id,
    activity: "training",
    occupation,
    occupation_name: name,
    level,
    state,
    statement: "有专用实训教室一间、专任教师两名、设备二十套，可同时培训四十人（示例）",
    evidence_file_ids: [],
    annual_capacity: 120,
    valid_from: null,
    valid_to: null,
    submitted_by: state === "draft" ? null : applicant.accountId,
    submitted_at: state === "draft" ? null : at(submittedOn, "09:30:00"),
    decided_by: decided ? county.reviewers[1] : null,
    decided_at: decided ? at(decidedOn, "16:30:00") : null,
    decision_reason: decided ? reason : null,
    created_at: at(addDays(submittedOn, -2), "09:00:00"),
  });
  const by = applicant.accountId;
  const steps: { to: AdmissionState; at: Timestamp; by: string }[] = [
    { to: "draft", at: at(addDays(submittedOn, -2), "09:00:00"), by },
  ];
  if (state !== "draft") steps.push({ to: "submitted", at: at(submittedOn, "09:30:00"), by });
  if (state === "inspecting") {
    const inspectedOn = workday(addDays(submittedOn, 7));
    const officer = county.reviewers[1];
    steps.push({ to: state, at: at(inspectedOn, "14:00:00"), by: officer });
    county.sink.add("admission_event", {
      id: county.sink.next("admission_event"),
      admission_id: id,
      kind: "inspection",
      on_date: inspectedOn,
      reason: "现场查看实训教室，设备与申报一致，消防通道待整改",
      made_by: officer,
      made_at: at(inspectedOn, "14:00:00"),
    });
  }
  if (decided) steps.push({ to: state, at: at(decidedOn, "16:30:00"), by: county.reviewers[1] });
  addHistory(county, admissionStates, id, steps);
}

/** Every institution may train, and every evaluator evaluate, what is taught in the county. */
export function addAdmissions(county: DemoCounty): void {
  for (const { id } of county.organisations) admit(county, id, "training");
  for (const { id } of county.evaluators) admit(county, id, "evaluation");
}

function admit(county: DemoCounty, organisationId: string, activity: "training" | "evaluation"): void {
  for (const course of county.courses) {
    county.sink.add("admission", {
      id: rowId(county),
      organisation_id: organisationId,
      activity,
      occupation: course.occupation,
      occupation_name: course.name,
      level: course.level,
      state: "admitted",
      statement: "场地、师资、设备符合要求（示例）",
      evidence_file_ids: [],
      annual_capacity: 600,
      valid_from: "2019-06-01",
      valid_to: `${Number(county.today.slice(0, 4)) + 2}-12-31`,
      submitted_by: null,
      submitted_at: at(county.firstDay, "09:30:00"),
      decided_by: county.reviewers[1],
      decided_at: at(county.firstDay, "16:30:00"),
      decision_reason: "符合准入条件",
      created_at: at(county.firstDay, "09:00:00"),
    });
  }
}
