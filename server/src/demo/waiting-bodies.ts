import { addDays } from "@jinengtong/standards";
import type { TrainedClass } from "./class-types.ts";
import { workday } from "./claim-steps.ts";
import { addHistory, at, rowId, type County } from "./county.ts";
import { addPerson } from "./people.ts";

type Waiting = "submitted" | "inspecting" | "returned" | "refused" | "draft";

/** What institutions ask to be admitted for beside what they teach, since how many days. */
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
export function addApplications(county: County): void {
  for (const [index, [occupation, name, level, state, ago]] of APPLICATIONS.entries()) {
    // The draft and what was returned are with the demo institution.
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
  county: County,
  applicant: County["organisations"][number],
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
  const steps = [{ to: "draft", at: at(addDays(submittedOn, -2), "09:00:00"), by }];
  if (state !== "draft") steps.push({ to: "submitted", at: at(submittedOn, "09:30:00"), by });
  if (state === "inspecting") {
    const inspectedOn = workday(addDays(submittedOn, 7));
    const officer = county.reviewers[1];
    steps.push({ to: state, at: at(inspectedOn, "14:00:00"), by: officer });
    county.sink.add("admission_event", {
      id: (county.counters.admissionEvent += 1),
      admission_id: id,
      kind: "inspection",
      on_date: inspectedOn,
      reason: "现场查看实训教室，设备与申报一致，消防通道待整改",
      made_by: officer,
      made_at: at(inspectedOn, "14:00:00"),
    });
  }
  if (decided) steps.push({ to: state, at: at(decidedOn, "16:30:00"), by: county.reviewers[1] });
  addHistory(county, "admission", id, steps);
}

const JOINERS = [
  "企业新招了人，一起学",
  "本村村民临时要求参加",
  "原名单漏报一人",
  "同批失业登记人员，愿意补课",
] as const;
const EXTRA = [
  "加一节复习课，考核前练一遍",
  "停电停课一次，补上",
  "实操课时不够，加一节",
  "请企业师傅来讲一课",
] as const;

/** Since how many days the changes of running classes wait. */
const CHANGES = [0, 1, 1, 2, 3, 4, 6, 9, 12] as const;

/** Changes that running classes ask for, the longest waiting of the classes that began first: somebody joins late, or a session is added after the last. */
export function addChanges(county: County, running: readonly TrainedClass[]): void {
  const byStart = running.toSorted((a, b) => b.startsOn.localeCompare(a.startsOn));
  for (const [index, ago] of CHANGES.entries()) {
    const begun = byStart.filter(({ startsOn }) => startsOn < addDays(county.today, -ago));
    const made = begun[index % begun.length];
    if (!made) continue;
    const joiner = index % 2 === 0;
    const id = rowId(county);
    const submittedOn = addDays(county.today, -ago);
    county.sink.add("class_change", {
      id,
      class_id: made.id,
      kind: joiner ? "joiner" : "timetable",
      content: joiner ? joinerOf(county) : extraSession(made, index),
      reason: joiner ? JOINERS[(index / 2) % JOINERS.length] : EXTRA[((index - 1) / 2) % EXTRA.length],
      state: "submitted",
      submitted_by: made.organisation.accountId,
      submitted_at: at(submittedOn, "00:10:00"),
      decided_by: null,
      decided_at: null,
      decision_reason: null,
    });
    addHistory(county, "class-change", id, [
      { to: "submitted", at: at(submittedOn, "00:10:00"), by: made.organisation.accountId },
    ]);
  }
}

function joinerOf(county: County): Record<string, unknown> {
  const person = addPerson(county, { profile: "unemployed", by: county.today });
  return { kind: "joiner", personId: person.id, groupCode: "registered-unemployed" };
}

const extraSession = (made: TrainedClass, index: number): Record<string, unknown> => ({
  kind: "timetable",
  cancel: [],
  sessions: [
    {
      date: addDays(made.endsOn, 3 + index),
      from: "18:30",
      to: "20:00",
      hours: 2,
      topic: "复习与答疑",
      qualityModule: false,
      practice: true,
      teacherId: made.lane.teacherId,
      roomId: made.lane.roomId,
    },
  ],
});
