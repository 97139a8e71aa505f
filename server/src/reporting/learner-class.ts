import { z } from "zod";
import { Kept, type Versioned } from "../kernel/kept.ts";
import { operation } from "../kernel/operation.ts";
import { notFound } from "../kernel/problem.ts";
import { ById, CivilDate, Fen, Id, Instant } from "../kernel/shapes.ts";
import type { Services } from "../kernel/services.ts";
import { benefitLabel, levelLabel, stateLabel } from "./labels.ts";
import { CLASS_FACTS, OWN_FACTS, type ClassFacts, type OwnFacts } from "./learner-class-sql.ts";
import { HoursSoFar } from "./learner-home.ts";
import { learnerHours, type HourFacts } from "./learner-hours.ts";

const Session = z.object({
  id: Id,
  startsAt: Instant,
  endsAt: Instant,
  hours: z.number(),
  topic: z.string(),
  practice: z.boolean(),
  teacher: z.string(),
  room: z.string(),
  address: z.string(),
  cancelled: z.boolean(),
  cancelledBecause: z.string().nullable(),
  /** The learner's own mark in force. */
  mark: z.string().nullable(),
  creditedHours: z.number().nullable(),
});

const Lesson = z.object({
  id: Id,
  course: z.string(),
  title: z.string(),
  kind: z.string(),
  durationMs: z.number().nullable(),
  creditedMs: z.number(),
  done: z.boolean(),
});

const Page = z
  .object({
    classId: Id,
    enrolmentId: Id,
    number: z.string(),
    name: z.string(),
    institution: z.string(),
    occupationName: z.string(),
    level: z.number().int(),
    levelLabel: z.string(),
    address: z.string(),
    startsOn: CivilDate,
    endsOn: CivilDate,
    state: z.string(),
    stateLabel: z.string(),
    enrolment: z.string(),
    enrolmentLabel: z.string(),
    benefit: z.string(),
    benefitLabel: z.string(),
    sessions: z.array(Session),
    lessons: z.array(Lesson),
    exams: z.array(
      z.object({
        id: Id,
        kind: z.string(),
        heldOn: CivilDate,
        passScore: z.number(),
        score: z.number().nullable(),
        passed: z.boolean().nullable(),
      }),
    ),
    certificates: z.array(z.object({ id: Id, serial: z.string(), kind: z.string(), issuedOn: CivilDate })),
    claims: z.array(
      z.object({
        id: Id,
        number: z.string(),
        benefit: z.string(),
        title: z.string(),
        state: z.string(),
        stateLabel: z.string(),
        amountFen: Fen.nullable(),
      }),
    ),
  })
  .extend({ hours: HoursSoFar });

type ClassPart = Omit<
  z.output<typeof Page>,
  | "enrolmentId"
  | "enrolment"
  | "enrolmentLabel"
  | "sessions"
  | "lessons"
  | "exams"
  | "hours"
  | "certificates"
  | "claims"
>;

/** What is the same for all learners of a class, ready to be answered with. */
interface ClassHalf {
  page: ClassPart;
  facts: ClassFacts;
}

/** Learners of one class come at the same hours: its timetable is read once for all of them. */
const classes = new Kept<ClassHalf>(1_000);

/** A class as its learner sees it: timetable with own marks, hours, lessons, exam, certificate. One statement where the class is known. */
export const learnerClass = operation({
  method: "GET",
  path: "/api/v1/me/classes/:id",
  summary: "我的培训班",
  permission: { roles: ["learner"] },
  params: ById,
  output: Page,
  async run(context, { params }) {
    const { services, actor } = context;
    const own = await services.fastLane.one<{ version: string; page: OwnFacts }>(OWN_FACTS, [
      actor.personId,
      params.id,
    ]);
    const half = own && (await classes.get(services, params.id, own.version, () => readClass(services, params.id)));
    if (!half) throw notFound("您的这个培训班");
    return pageOf(half, own.page);
  },
});

async function readClass(services: Services, id: string): Promise<Versioned<ClassHalf> | null> {
  const found = await services.fastLane.one<{ version: string; page: ClassFacts }>(CLASS_FACTS, [id]);
  if (!found) return null;
  const { requiredHours: _required, onlineRatio: _ratio, ...page } = found.page;
  return {
    version: found.version,
    value: {
      facts: { ...found.page, sessions: page.sessions.map(inUtc) },
      page: {
        ...(page as typeof page & Pick<ClassPart, "startsOn" | "endsOn">),
        stateLabel: stateLabel("training-class", page.state),
        levelLabel: levelLabel(page.level),
        benefitLabel: benefitLabel(page.benefit),
      },
    },
  };
}

const inUtc = (session: ClassFacts["sessions"][number]): ClassFacts["sessions"][number] => ({
  ...session,
  startsAt: new Date(session.startsAt).toISOString(),
  endsAt: new Date(session.endsAt).toISOString(),
});

function pageOf({ page, facts }: ClassHalf, own: OwnFacts): z.output<typeof Page> {
  const passed = new Set(own.passed);
  const marks = new Map(own.marks?.split(",").map((text) => [text.slice(0, 36), text.slice(37).split(" ")]));
  const sessions = facts.sessions.map((session) => {
    const [mark = null, hours] = marks.get(session.id) ?? [];
    return { ...session, mark, creditedHours: hours === undefined ? null : Number(hours) };
  });
  const hours: HourFacts = {
    offline: sum(sessions.map(({ cancelled, creditedHours }) => (cancelled ? 0 : (creditedHours ?? 0)))),
    onlineMs: sum(Object.values(own.watched ?? {}).map(([ms]) => ms)),
    required: facts.requiredHours,
    ratio: facts.onlineRatio,
  };
  return {
    ...page,
    enrolmentId: own.enrolmentId,
    enrolment: own.enrolment,
    enrolmentLabel: stateLabel("enrolment", own.enrolment),
    sessions,
    lessons: facts.lessons.map((lesson) => {
      const [creditedMs, whole] = own.watched?.[lesson.id] ?? [0, false];
      return { ...lesson, creditedMs, done: lesson.kind === "quiz" ? passed.has(lesson.id) : whole };
    }),
    exams: facts.exams.map((exam) => {
      const [score, isPassed] = own.results?.[exam.id] ?? [null, null];
      return { ...exam, heldOn: exam.heldOn as z.output<typeof CivilDate>, score, passed: isPassed };
    }),
    certificates: (own.certificates ?? []) as z.output<typeof Page>["certificates"],
    claims: (own.claims ?? []).map((claim) => ({
      ...claim,
      title: benefitLabel(claim.benefit),
      stateLabel: stateLabel("claim", claim.state),
    })),
    hours: learnerHours(hours),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
