import { z } from "zod";
import { VersionedCache, type Versioned } from "../../kernel/versioned-cache.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { preserialize } from "../../kernel/preserialized.ts";
import { ById, CivilDate, Fen, Id, Instant } from "../../kernel/shapes.ts";
import type { Services } from "../../kernel/services.ts";
import { benefitLabel, levelLabel, stateLabel } from "../labels.ts";
import { CLASS_FACTS, OWN_FACTS, type ClassFacts, type OwnFacts } from "./learner-class-sql.ts";
import { HoursSoFar } from "./learner-home.ts";
import { learnerHours } from "./learner-hours.ts";

/** Part of the page that is the same for all learners of a class. */
const SharedPart = z.object({
  classId: Id,
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
  benefit: z.string(),
  benefitLabel: z.string(),
  sessions: z.array(
    z.object({
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
    }),
  ),
  lessons: z.array(
    z.object({
      id: Id,
      course: z.string(),
      title: z.string(),
      kind: z.string(),
      durationMs: z.number().nullable(),
    }),
  ),
  exams: z.array(z.object({ id: Id, kind: z.string(), heldOn: CivilDate, passScore: z.number() })),
});
type SharedPart = z.output<typeof SharedPart>;

const Page = z.object({
  class: SharedPart,
  enrolmentId: Id,
  enrolment: z.string(),
  enrolmentLabel: z.string(),
  hours: HoursSoFar,
  /** By session: the learner's mark in force. */
  marks: z.record(z.string(), z.object({ mark: z.string(), creditedHours: z.number() })),
  /** By lesson begun. */
  progress: z.record(z.string(), z.object({ creditedMs: z.number(), done: z.boolean() })),
  /** By exam. */
  results: z.record(z.string(), z.object({ score: z.number().nullable(), passed: z.boolean().nullable() })),
  certificates: z.array(z.object({ id: Id, serial: z.string(), kind: z.string(), issuedOn: CivilDate })),
  claims: z.array(
    z.object({
      id: Id,
      number: z.string(),
      benefit: z.string(),
      title: z.string(),
      madeBy: z.string().nullable().describe("由哪个单位申请；本人申请的为空"),
      state: z.string(),
      stateLabel: z.string(),
      amountFen: Fen.nullable(),
    }),
  ),
});

interface KnownClass {
  shared: SharedPart;
  cancelled: ReadonlySet<string>;
  requiredHours: number;
  onlineRatio: number;
}

/** Learners of one class come at the same hours, so its timetable is read and serialized once for all. */
const classes = new VersionedCache<KnownClass>(1_000);

/** A class for its learner: timetable with own marks, hours, lessons, exam, certificate. One statement if the class is cached. */
export const learnerClass = operation({
  method: "GET",
  path: "/api/v1/me/classes/:id",
  summary: "我的培训班",
  permission: { roles: ["learner"] },
  carriedBy: { "/my/classes/:id": "" },
  params: ById,
  output: Page,
  async run(context, { params }) {
    const { services, actor } = context;
    const own = await services.lookups.one<{ version: string; page: OwnFacts }>(OWN_FACTS, [actor.personId, params.id]);
    const known = own && (await classes.get(services, params.id, own.version, () => readClass(services, params.id)));
    if (!known) throw notFound("您的这个培训班");
    return pageOf(services.policies, known, own.page);
  },
});

async function readClass(services: Services, id: string): Promise<Versioned<KnownClass> | null> {
  const found = await services.lookups.one<{ version: string; page: ClassFacts }>(CLASS_FACTS, [id]);
  if (!found) return null;
  const { requiredHours, onlineRatio, ...facts } = found.page;
  return {
    version: found.version,
    value: {
      requiredHours,
      onlineRatio,
      cancelled: new Set(facts.sessions.flatMap((session) => (session.cancelled ? [session.id] : []))),
      shared: preserialize({
        ...(facts as typeof facts & SharedPart),
        sessions: facts.sessions.map(inUtc),
        stateLabel: stateLabel("training-class", facts.state),
        levelLabel: levelLabel(facts.level),
        benefitLabel: benefitLabel(services.policies, facts.benefit),
      }),
    },
  };
}

const inUtc = (session: ClassFacts["sessions"][number]): SharedPart["sessions"][number] => ({
  ...session,
  startsAt: new Date(session.startsAt).toISOString(),
  endsAt: new Date(session.endsAt).toISOString(),
});

function pageOf(
  policies: Services["policies"],
  { shared, cancelled, requiredHours, onlineRatio }: KnownClass,
  own: OwnFacts,
): z.output<typeof Page> {
  let offline = 0;
  const marks: z.output<typeof Page>["marks"] = {};
  for (const text of own.marks?.split(",") ?? []) {
    const [session = "", mark = "", hours] = text.split(" ");
    marks[session] = { mark, creditedHours: Number(hours) };
    if (!cancelled.has(session)) offline += Number(hours);
  }
  let onlineMs = 0;
  const progress: z.output<typeof Page>["progress"] = {};
  for (const [lesson, [creditedMs, whole]] of Object.entries(own.watched ?? {})) {
    progress[lesson] = { creditedMs, done: whole };
    onlineMs += creditedMs;
  }
  for (const quiz of own.passed ?? []) progress[quiz] = { creditedMs: 0, done: true };
  return {
    class: shared,
    enrolmentId: own.enrolmentId,
    enrolment: own.enrolment,
    enrolmentLabel: stateLabel("enrolment", own.enrolment),
    hours: learnerHours({ offline, onlineMs, required: requiredHours, ratio: onlineRatio }),
    marks,
    progress,
    results: Object.fromEntries(
      Object.entries(own.results ?? {}).map(([exam, [score, passed]]) => [exam, { score, passed }]),
    ),
    certificates: (own.certificates ?? []) as z.output<typeof Page>["certificates"],
    claims: (own.claims ?? []).map((claim) => ({
      ...claim,
      title: benefitLabel(policies, claim.benefit),
      stateLabel: stateLabel("claim", claim.state),
    })),
  };
}
