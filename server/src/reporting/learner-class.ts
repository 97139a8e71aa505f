import { z } from "zod";
import { operation } from "../kernel/operation.ts";
import { notFound } from "../kernel/problem.ts";
import { ById, CivilDate, Fen, Id, Instant } from "../kernel/shapes.ts";
import { benefitLabel, levelLabel, stateLabel } from "./labels.ts";
import { LEARNER_CLASS, type SessionFacts } from "./learner-class-sql.ts";
import { HoursSoFar } from "./learner-home.ts";
import { learnerHours, type HourFacts } from "./learner-hours.ts";
import { preparedPage } from "./prepared.ts";

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

type Labels = "stateLabel" | "enrolmentLabel" | "levelLabel" | "benefitLabel" | "hours" | "claims" | "sessions";
type Facts = Omit<z.output<typeof Page>, Labels> & {
  hours: HourFacts;
  sessions: SessionFacts[];
  teachers: Record<string, string> | null;
  rooms: Record<string, [name: string, address: string]> | null;
  claims: Omit<z.output<typeof Page>["claims"][number], "title" | "stateLabel">[];
};

/** A class as its learner sees it: timetable with own marks, hours, lessons, exam, certificate. One statement. */
export const learnerClass = operation({
  method: "GET",
  path: "/api/v1/me/classes/:id",
  summary: "我的培训班",
  permission: { roles: ["learner"] },
  params: ById,
  output: Page,
  async run(context, { params }) {
    const page = await preparedPage<Facts>(context, LEARNER_CLASS, [context.actor.personId, params.id]);
    if (!page) throw notFound("您的这个培训班");
    const { sessions, teachers, rooms, ...facts } = page;
    return {
      ...facts,
      sessions: sessions.map((session) => sessionOf(session, teachers ?? {}, rooms ?? {})),
      stateLabel: stateLabel("training-class", facts.state),
      enrolmentLabel: stateLabel("enrolment", facts.enrolment),
      levelLabel: levelLabel(facts.level),
      benefitLabel: benefitLabel(facts.benefit),
      hours: learnerHours(facts.hours),
      claims: facts.claims.map((claim) => ({
        ...claim,
        title: benefitLabel(claim.benefit),
        stateLabel: stateLabel("claim", claim.state),
      })),
    };
  },
});

function sessionOf(
  facts: SessionFacts,
  teachers: NonNullable<Facts["teachers"]>,
  rooms: NonNullable<Facts["rooms"]>,
): z.output<typeof Session> {
  const [id, startsAt, endsAt, hours, topic, practice, teacherId, roomId, ...rest] = facts;
  const [cancelled, cancelledBecause, mark, creditedHours] = rest;
  const [room, address] = rooms[roomId] ?? ["", ""];
  return {
    id,
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(endsAt).toISOString(),
    hours,
    topic,
    practice,
    teacher: teachers[teacherId] ?? "",
    room,
    address,
    cancelled,
    cancelledBecause,
    mark,
    creditedHours,
  };
}
