import { addDays, weekday, type CivilDate } from "@jinengtong/standards";
import { addHistory, at, type Course, type DemoCounty } from "../../kernel/demo/county.ts";
import { idOf } from "../../kernel/demo/ids.ts";
import type { DemoLane, DemoOrganisation } from "../../organisations/index.ts";
import { addDemoPerson, demoLearnerAccount, type DemoPerson, type DemoProfile } from "../../people/index.ts";
import type { Timestamp } from "../../kernel/demo/sink.ts";
import { classNumber } from "../class/class-number.ts";
import { classStates } from "../class-states.ts";
import { attend } from "./attendance.ts";
import {
  type ClassEnterprise,
  type DemoClassState,
  type Day,
  type Fraud,
  HOURS_A_SESSION,
  type Learner,
  type Session,
  type TrainedClass,
} from "./class-types.ts";
import { everyDaySlots, MORNING, WORKING_DAY } from "./slots.ts";

declare module "../../kernel/demo/county.ts" {
  interface DemoCounty {
    /** Latest classes in progress. */
    running: TrainedClass[];
    /** Hooks of later modules for a finished class, as they would run on the platform's event. */
    onClassCompleted: ((made: TrainedClass) => void)[];
  }
}

export interface ClassWish {
  organisation: DemoOrganisation;
  course: Course;
  /** Earliest start; the lane may be busy until later. */
  from: CivilDate;
  size: number;
  fraud?: Fraud | null;
  /** If set, this state whatever the dates say (drafts and the like). */
  state?: DemoClassState;
  /** People who come first, e.g. somebody who trained before. */
  known?: readonly DemoPerson[];
  /** Sessions on weekends and evenings too: something happens every day. */
  everyDay?: boolean;
  /** Enterprise whose staff it trains. */
  enterprise?: ClassEnterprise;
  /** The project it belongs to. */
  project?: string | null;
  /** Meets every n days; by default on each working day. */
  everyDays?: number;
  /** Days since the filing was submitted, if it matters. */
  filedAgo?: number;
}

const LATEST_RUNNING = 40;
const BRING = "身份证、笔和本子；实操课穿长袖工作服和平底鞋。中午可以在食堂吃饭。";

/** Adds a class with its timetable and, as far as its dates have come, roster, attendance, exam and certificates. */
export function addDemoClass(county: DemoCounty, wish: ClassWish): TrainedClass {
  const { organisation, course } = wish;
  const n = county.sink.next("training_class");
  const lane = organisation.lanes.reduce((best, each) => (each.freeFrom < best.freeFrom ? each : best));
  const days = timetable(county, wish, lane);
  const startsOn = days[0]?.date ?? wish.from;
  const endsOn = days.at(-1)?.date ?? wish.from;
  lane.freeFrom = addDays(endsOn, 1);
  const state = wish.state ?? stateOn(county.today, startsOn, endsOn);
  const filed = filedOn(county, wish, startsOn);
  const made: TrainedClass = {
    id: idOf("class", n),
    number: classNumber(addDays(filed, -2), n),
    organisation,
    lane,
    course,
    startsOn,
    endsOn,
    state,
    learners: [],
    sessions: [],
    fraud: wish.fraud ?? null,
    enterprise: wish.enterprise ?? null,
  };
  addClassRow(county, made, wish, filed);
  made.sessions = days.map((day) => addSession(county, made, lane, day));
  if (["draft", "submitted", "returned"].includes(state)) return made;
  const learners = addRoster(county, made, wish);
  for (const learner of learners) attend(county, made, learner, made.sessions, lane);
  made.learners = learners;
  if (state === "completed" || state === "closed") for (const then of county.onClassCompleted) then(made);
  if (state === "running" && endsOn >= county.today)
    county.running = [made, ...county.running].slice(0, LATEST_RUNNING);
  return made;
}

const stateOn = (today: CivilDate, startsOn: CivilDate, endsOn: CivilDate): DemoClassState => {
  if (startsOn > today) return "approved";
  if (endsOn >= today) return "running";
  return addDays(endsOn, 75) < today ? "closed" : "completed";
};

function timetable(county: DemoCounty, wish: ClassWish, lane: DemoLane): Day[] {
  const days: Day[] = [];
  let date = wish.from > lane.freeFrom ? wish.from : lane.freeFrom;
  for (let hours = 0; hours < wish.course.hours; date = addDays(date, wish.everyDays ?? 1)) {
    if (!wish.everyDay && !wish.everyDays && weekday(date) % 6 === 0) continue;
    for (const slot of wish.everyDay ? everyDaySlots(date, county.now) : WORKING_DAY) {
      if (hours >= wish.course.hours) break;
      days.push({ date, ...slot });
      hours += slot.hours;
    }
  }
  return days;
}

/** Day of the submission; drafted two days before. */
function filedOn(county: DemoCounty, { filedAgo }: ClassWish, startsOn: CivilDate): CivilDate {
  if (filedAgo !== undefined) return addDays(county.today, -filedAgo);
  const usual = addDays(startsOn, -18);
  const latest = addDays(county.today, -6);
  return usual < latest ? usual : latest;
}

function addClassRow(county: DemoCounty, made: TrainedClass, { size, project }: ClassWish, filed: CivilDate): void {
  const { course, organisation, state } = made;
  const decided = state !== "draft" && state !== "submitted";
  county.sink.add("training_class", {
    id: made.id,
    number: made.number,
    organisation_id: organisation.id,
    enterprise_id: made.enterprise?.id ?? null,
    project_id: project ?? null,
    policy_id: county.policy.id,
    benefit: course.benefit,
    name: `${course.name}${course.level === 0 ? "" : ["", "一级", "二级", "三级", "四级", "五级"][course.level]}班`,
    occupation: course.occupation,
    occupation_name: course.name,
    level: course.level,
    content_kind: course.content,
    course: null,
    region: county.region,
    town: organisation.town,
    address: `${organisation.address} 教学楼`,
    starts_on: made.startsOn,
    ends_on: made.endsOn,
    capacity: Math.min(50, Math.max(20, size + 4)),
    required_hours: course.hours - HOURS_A_SESSION,
    online_ratio: 0.5,
    plan: `共 ${course.hours} 课时，实操不少于六成，含职业道德、法律、安全与健康模块。`,
    assessment_plan: "理论与实操结业考核，满分 100，60 分合格。",
    open_enrolment: true,
    price_fen:
      (course.trainingYuan + course.assessmentYuan + (organisation.kind === "vocational-school" ? 0 : 200)) * 100,
    // Of nobody: the numbers of its registration.
    phone: `0513-0000${organisation.uscc.slice(-5, -1)}`,
    bring: BRING,
    state,
    plan_version: 1,
    created_by: organisation.accountId,
    submitted_by: state === "draft" ? null : organisation.accountId,
    submitted_at: state === "draft" ? null : at(filed, "10:20:00"),
    decided_by: decided ? county.reviewers[0] : null,
    decided_at: decided ? at(addDays(filed, 4), "15:10:00") : null,
    created_at: at(addDays(filed, -2), "09:00:00"),
  });
  addHistory(county, classStates, made.id, classSteps(county, made, filed));
}

function classSteps(county: DemoCounty, { state, organisation, startsOn, endsOn }: TrainedClass, filed: CivilDate) {
  const steps: { to: DemoClassState; at: Timestamp; by: string; reason?: string }[] = [
    { to: "draft", at: at(addDays(filed, -2), "09:00:00"), by: organisation.accountId },
  ];
  if (state === "draft") return steps;
  steps.push({ to: "submitted", at: at(filed, "10:20:00"), by: organisation.accountId });
  if (state === "submitted") return steps;
  const decidedAt = at(addDays(filed, 4), "15:10:00");
  if (state === "returned")
    return [...steps, { to: state, at: decidedAt, by: county.reviewers[0], reason: "请补充实操场地的安全说明" }];
  steps.push({ to: "approved", at: decidedAt, by: county.reviewers[0] });
  if (state === "approved") return steps;
  steps.push({ to: "running", at: at(startsOn, "08:00:00"), by: organisation.accountId });
  if (state === "running") return steps;
  steps.push({ to: "completed", at: at(endsOn, "17:30:00"), by: organisation.accountId });
  if (state === "closed")
    steps.push({ to: "closed", at: at(addDays(endsOn, 75), "09:00:00"), by: organisation.accountId });
  return steps;
}

function addSession(county: DemoCounty, made: TrainedClass, lane: DemoLane, day: Day): Session {
  const n = county.sink.next("class_session");
  const ordinal = n;
  const id = idOf("session", n);
  const first = day.date === made.startsOn && day.from === MORNING.from;
  const topic = first
    ? "职业道德、法律法规、安全与健康"
    : (made.course.topics[ordinal % made.course.topics.length] ?? made.course.name);
  county.sink.add("class_session", {
    id,
    class_id: made.id,
    starts_at: at(day.date, day.from),
    ends_at: at(day.date, day.to),
    hours: day.hours,
    topic: day.shift === null ? topic : `${day.shift}：${topic}`,
    quality_module: first,
    practice: !first && ordinal % 4 !== 0,
    teacher_id: lane.teacherId,
    teacher_person_id: lane.teacherPersonId,
    room_id: lane.roomId,
    cancelled: false,
    cancelled_because: null,
  });
  return { ...day, id };
}

const PROFILES: Record<Course["benefit"], readonly (readonly [DemoProfile, number])[]> = {
  "unemployed-training": [
    ["unemployed", 5],
    ["farmer", 3],
    ["graduate", 1],
  ],
  "startup-training": [["unemployed", 1]],
  "order-class": [["graduate", 1]],
  apprenticeship: [["newly-hired", 1]],
  "project-training": [
    ["unemployed", 2],
    ["farmer", 3],
  ],
  "pre-job": [["newly-hired", 1]],
  "on-job": [["employee", 1]],
  "skill-upgrade": [["employee", 1]],
  "special-operation": [
    ["employee", 3],
    ["unemployed", 1],
  ],
};

/** Applications for a seat that wait for the institution, with their age in days. */
export function addDemoApplicants(county: DemoCounty, made: TrainedClass, daysAgo: readonly number[]): void {
  for (const [index, ago] of daysAgo.entries()) {
    const person = addDemoPerson(county, { profile: "unemployed", by: county.today });
    county.sink.add("enrolment", {
      id: idOf("enrolment", county.sink.next("enrolment")),
      class_id: made.id,
      person_id: person.id,
      seat: made.learners.length + index + 1,
      state: "applied",
      group_code: person.groups.find((group) => group !== "rural-migrant") ?? null,
      town: person.town,
      enrolled_by: demoLearnerAccount(person.index),
      created_at: at(addDays(county.today, -ago), "00:10:00"),
      completed_on: null,
    });
  }
}

function addRoster(county: DemoCounty, made: TrainedClass, wish: ClassWish): Learner[] {
  const enrolledAt = at(addDays(made.startsOn, -6), "11:00:00");
  const over = made.state === "completed" || made.state === "closed";
  return Array.from({ length: wish.size }, (_, seat) => {
    const profile =
      made.fraud === "insured" && seat % 3 === 0 ? "employee" : county.random.weighted(PROFILES[made.course.benefit]);
    const person =
      wish.known?.[seat] ??
      addDemoPerson(county, {
        profile,
        by: made.startsOn,
        ...(made.enterprise ? { employer: made.enterprise.uscc } : {}),
        ...(made.fraud === "shared-phone" && seat < 8 ? { phone: "19900001234" } : {}),
        ...(made.fraud === "shared-card" && seat < 8 ? { card: SHARED_CARD } : {}),
      });
    const enrolmentId = idOf("enrolment", county.sink.next("enrolment"));
    const fate = county.random.next();
    const learner: Learner = {
      person,
      enrolmentId,
      offlineHours: 0,
      present: [],
      complete: wish.known?.[seat] !== undefined || fate > 0.06,
      passed: wish.known?.[seat] !== undefined || fate > 0.11,
      certificateId: null,
      known: wish.known?.[seat] !== undefined,
    };
    const state = !over ? "enrolled" : learner.complete && learner.passed ? "completed" : "failed";
    county.sink.add("enrolment", {
      id: enrolmentId,
      class_id: made.id,
      person_id: person.id,
      seat: seat + 1,
      state,
      group_code: person.groups.find((group) => group !== "rural-migrant") ?? null,
      town: person.town,
      enrolled_by: made.organisation.accountId,
      created_at: enrolledAt,
      completed_on: state === "completed" ? made.endsOn : null,
    });
    return learner;
  });
}

const SHARED_CARD = "6230811234567890127";
