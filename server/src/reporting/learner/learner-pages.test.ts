import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { completionOf } from "../../assessment/index.ts";
import { sql } from "../../kernel/database.ts";
import {
  aCertificate,
  aClaim,
  aClass,
  anEnrolment,
  anExamResult,
  anOrganisation,
  aPerson,
  attended,
  createTestApp,
  watched,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";
import { CLASS_FACTS, OWN_FACTS } from "./learner-class-sql.ts";
import { LEARNER_HOME } from "./learner-home-sql.ts";
import { learnerHours } from "./learner-hours.ts";

interface Home {
  next: { kind: string; title: string; detail: string; mine: boolean }[];
  classes: { offlineHours: number; onlineHours: number; countedHours: number; requiredHours: number }[];
  claims: { stateLabel: string; title: string; amountFen: number }[];
}

let app: TestApp;
let learner: TestClient;
let person: { id: string };
let classId: string;
let enrolment: string;

beforeAll(async () => {
  // Half past eight on the sixth day of a class that began on 2 March.
  app = await createTestApp({ now: "2020-03-07T08:10:00+08:00" });
  const school = await anOrganisation(app, { name: "如城示例技校" });
  const held = await aClass(app, { organisationId: school });
  classId = held.id;
  person = await aPerson(app, { name: "张示例" });
  enrolment = await anEnrolment(app, held.id, person.id);
  await attended(app, held.sessionIds.slice(0, 5), enrolment, person.id);
  await watched(app, { enrolmentId: enrolment, personId: person.id, organisationId: school, hours: 35.126 });
  await aClaim(app, { personId: person.id, enrolmentId: enrolment, classId, state: "prepared" });
  learner = await app.as("learner", { personId: person.id });
});
afterAll(() => app.close());

/** Somebody else of the same class, with a claim of their own: one account per person. */
async function another() {
  const other = await aPerson(app);
  await anEnrolment(app, classId, other.id);
  await aClaim(app, { personId: other.id, state: "prepared" });
  return other;
}

describe("a learner's home", () => {
  it("puts the open room first, then the claim that waits for a word", async () => {
    const { status, body } = await learner.get<Home>("/api/v1/me/home");
    expect(status).toBe(200);
    expect(body.next.map((step) => [step.kind, step.title])).toEqual([
      ["sign-in", "签到上课"],
      ["claim", "确认补贴申请"],
    ]);
    expect(body.next[0]?.detail).toContain("实操 5");
    expect(body.classes).toMatchObject([
      { offlineHours: 20, onlineHours: 35.12, countedHours: 50, requiredHours: 60, onlineLimit: 30 },
    ]);
    expect(body.claims).toMatchObject([
      { title: "失业人员职业技能培训补贴", stateLabel: "待确认", amountFen: 120_000 },
    ]);
  });

  it.each([
    ["2020-03-07T07:00:00+08:00", "session", "今天有课"],
    ["2020-03-06T20:00:00+08:00", "session", "下次上课"],
    ["2020-04-30T20:00:00+08:00", "claim", "确认补贴申请"],
  ])("at %s shows first: %s %s", async (now, kind, title) => {
    app.setNow(now);
    const session = await app.as("learner", { personId: (await another()).id });
    const { body } = await session.get<Home>("/api/v1/me/home");
    expect(body.next[0]).toMatchObject({ kind, title });
    app.setNow("2020-03-07T08:10:00+08:00");
  });

  it("leaves to an organisation what it asked for, and says who that is", async () => {
    const trained = await another();
    const { id: school } = await app.services.database
      .selectFrom("training_class")
      .innerJoin("organisation", "organisation.id", "training_class.organisation_id")
      .select("organisation.id")
      .where("training_class.id", "=", classId)
      .executeTakeFirstOrThrow();
    await app.services.database
      .updateTable("claim")
      .set({ organisation_id: school })
      .where("person_id", "=", trained.id)
      .execute();
    const { body } = await (await app.as("learner", { personId: trained.id })).get<Home>("/api/v1/me/home");
    expect(body.claims).toMatchObject([{ madeBy: expect.stringMatching(/./u) as string }]);
    expect(body.next.map((step) => step.kind)).not.toContain("claim");
  });

  it("is empty, and no error, for somebody without a class", async () => {
    const newcomer = await app.as("learner", { personId: (await aPerson(app)).id });
    expect((await newcomer.get("/api/v1/me/home")).body).toMatchObject({ next: [], classes: [], claims: [] });
  });
});

describe("a learner's class", () => {
  it("shows the timetable with own marks, hours, result and certificate", async () => {
    await anExamResult(app, { classId, enrolmentId: enrolment, score: 82 });
    await aCertificate(app, { personId: person.id, classId, enrolmentId: enrolment });
    const { body } = await learner.get<{
      class: { sessions: { id: string }[]; exams: { id: string }[] };
      marks: Record<string, { mark: string }>;
      results: Record<string, { score: number; passed: boolean }>;
    }>(`/api/v1/me/classes/${classId}`);
    const marks = body.class.sessions.map((session) => body.marks[session.id]?.mark);
    expect(marks.slice(4, 6)).toEqual(["present", undefined]);
    expect(body.class.exams.map((exam) => body.results[exam.id])).toEqual([{ score: 82, passed: true }]);
    expect(body).toMatchObject({
      class: { stateLabel: "开班中", levelLabel: "五级/初级工" },
      hours: { countedHours: 50 },
      certificates: [{ kind: "completion" }],
      claims: [{ stateLabel: "待确认" }],
    });
  });

  it("is not there for those who are not in it", async () => {
    const stranger = await app.as("learner", { personId: (await aPerson(app)).id });
    expect((await stranger.get(`/api/v1/me/classes/${classId}`)).status).toBe(404);
  });
});

describe("the learner's pages", () => {
  it("count hours as completion counts them", async () => {
    const completion = (await completionOf(app.services.database, [enrolment])).get(enrolment);
    const { body } = await learner.get<{ hours: object }>(`/api/v1/me/classes/${classId}`);
    expect(body.hours).toMatchObject({
      offlineHours: completion?.offlineHours,
      onlineHours: completion?.onlineHours,
      countedHours: completion?.countedHours,
      requiredHours: completion?.required,
    });
    expect(learnerHours({ offline: 0, onlineMs: 0, required: 60, ratio: 0.5 }).countedHours).toBe(0);
  });

  it.each([
    ["home", LEARNER_HOME],
    ["learner's class", OWN_FACTS],
    ["class", CLASS_FACTS],
  ])("find everything of the %s page by index", async (_page, statement) => {
    const plan = await app.services.database.transaction().execute(async (db) => {
      await sql`set local enable_seqscan = off`.execute(db);
      await sql`set local plan_cache_mode = force_generic_plan`.execute(db);
      await sql.raw(`prepare page as ${statement.text}`).execute(db);
      const columns = statement.text.match(/\$\d/g)?.map(() => "null") ?? [];
      const { rows } = await sql
        .raw<Record<"QUERY PLAN", string>>(`explain execute page(${columns.join(", ")})`)
        .execute(db);
      await sql`deallocate page`.execute(db);
      return rows.map((row) => row["QUERY PLAN"]).join("\n");
    });
    expect(plan).not.toContain("Seq Scan");
  });
});
