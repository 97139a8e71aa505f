import { addDays, civilDate } from "@jinengtong/standards";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "../kernel/database.ts";
import {
  aCertificate,
  aFact,
  aGroup,
  aLocalParameter,
  anEnrolment,
  aPayeeAccount,
  aPerson,
  aTrainingPlace,
  attended,
  createTestApp,
  madeUpByTwo,
  type TestApp,
  type TestClient,
} from "../test/index.ts";
import { classDays, finishEnrolment } from "../training/index.ts";
import { markBatched, markPaid, prepareClaims, prepareDays } from "./index.ts";
import { moveClaims } from "./claim/move-claims.ts";

/** The living allowance (五.2): 50 yuan for each day attended, without the days on unemployment benefit or paid before. */

let app: TestApp;
let first: TestClient;
let second: TestClient;
let third: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-15T10:00:00+08:00" });
  delete app.services.house.offers.reservation;
  first = await app.as("reviewer");
  second = await app.as("reviewer");
  third = await app.as("reviewer");
  await aLocalParameter(app, "livingAllowance.perDayFen", 5_000);
});
afterAll(() => app.close());

const FIRST_DAY = civilDate("2020-03-02");
const day = (n: number) => addDays(FIRST_DAY, n - 1);

interface Sheet {
  days: { day: string; counted: boolean; why: string; because: string; corrected: boolean }[];
  totals: { classDays: number; attended: number; counted: number };
  perDayFen: number;
  amountFen: number;
  follows: string | null;
}
interface Mine {
  rows: { id: string; number: string; benefit: string; state: string; askedFen: number }[];
}

/** A registered unemployed person who is hard to employ, in a class of ten days, absent on some of them. */
async function aLearner(given: { absent?: number[]; benefit?: [number, number]; place?: Place } = {}) {
  const place = given.place ?? (await aTrainingPlace(app, { requiredHours: 40 }));
  const { id: personId } = await aPerson(app);
  for (const group of ["registered-unemployed", "hard-to-employ"]) await aGroup(app, personId, group);
  await aPayeeAccount(app, { personId });
  await aFact(app, personId, "pension", { from: "2019-01-01", to: null, monthlyPension: false });
  await aFact(app, personId, "unemployment-benefit" as "pension", {
    asOf: "2020-06-01",
    periods: given.benefit ? [{ from: day(given.benefit[0]), to: day(given.benefit[1]) }] : [],
  });
  const enrolmentId = await anEnrolment(app, place.classId, personId);
  for (const [at, session] of place.sessionIds.entries())
    await attended(app, [session], enrolmentId, personId, given.absent?.includes(at + 1) ? "absent" : "present");
  const learner = await app.as("learner", { personId });
  return { personId, enrolmentId, place, learner };
}
type Place = Awaited<ReturnType<typeof aTrainingPlace>>;

const finish = async (enrolmentId: string): Promise<void> => {
  await app.work((context) => finishEnrolment(context, enrolmentId, "completed"));
  await app.drain();
};
const allowancesOf = async (learner: TestClient) =>
  (await learner.get<Mine>("/api/v1/me/claims")).body.rows.filter(({ benefit }) => benefit === "living-allowance");
const sheetOf = async (client: TestClient, id: string) => (await client.get<Sheet>(`/api/v1/claims/${id}/days`)).body;

async function approve(learner: TestClient, id: string): Promise<void> {
  expect((await learner.post(`/api/v1/claims/${id}/confirmation`)).status).toBe(200);
  await first.post(`/api/v1/claims/${id}/first-review`, { verdict: "pass" });
  expect((await second.post(`/api/v1/claims/${id}/second-review`, { verdict: "pass" })).status).toBe(200);
}

describe("days counted from attendance", () => {
  it("is prepared when the class is finished, without a certificate, for the learner's own card, and each day says why", async () => {
    // Absent on days 4 and 9; on unemployment benefit on days 3 to 5, of which one was missed anyway.
    const { enrolmentId, learner } = await aLearner({ absent: [4, 9], benefit: [3, 5] });
    expect(await allowancesOf(learner)).toEqual([]);
    await finish(enrolmentId);
    const [claim] = await allowancesOf(learner);
    expect(claim).toMatchObject({ state: "prepared", askedFen: 30_000 });
    const id = claim?.id ?? "";
    for (const reader of [learner, first]) {
      const sheet = await sheetOf(reader, id);
      expect(sheet).toMatchObject({
        totals: { classDays: 10, attended: 8, counted: 6 },
        perDayFen: 5_000,
        amountFen: 30_000,
        follows: null,
      });
      expect(sheet.days.map(({ why }) => why).join(" ")).toBe(
        "counted counted on-benefit absent on-benefit counted counted counted absent counted",
      );
      expect(sheet.days[2]?.because).toBe(`在领失业保险金（${day(3)} 至 ${day(5)}），这些日子不给`);
    }
    await approve(learner, id);
    const paid = await app.services.database
      .selectFrom("claim")
      .select(["payee_kind", "organisation_id", "approved_fen", "certificate_id"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    expect(paid).toEqual({
      payee_kind: "person",
      organisation_id: null,
      approved_fen: 30_000,
      certificate_id: null,
    });
    // The institution can neither ask for it nor read the sheet of somebody else's class.
    const school = await app.as("institution", { organisationId: (await aLearner()).place.organisationId });
    expect((await school.get(`/api/v1/claims/${id}/days`)).status).toBe(403);
  });

  it("is prepared once, whatever comes first, the certificate or the end of the class", async () => {
    const { personId, enrolmentId, place, learner } = await aLearner();
    await app.services.database
      .updateTable("enrolment")
      .set({ state: "completed" })
      .where("id", "=", enrolmentId)
      .execute();
    const certificateId = await aCertificate(app, { personId, classId: place.classId, enrolmentId });
    await Promise.all([
      app.work((context) => prepareClaims(context, [certificateId])),
      app.work((context) => prepareDays(context, enrolmentId)),
    ]);
    expect(await app.work((context) => prepareDays(context, enrolmentId))).toBe(0);
    expect(await allowancesOf(learner)).toMatchObject([{ state: "prepared", askedFen: 50_000 }]);
  });

  it("takes half of a day's sessions for a day, or every one where the county says so", async () => {
    const place = await aTrainingPlace(app, { requiredHours: 24 });
    const { rows: afternoons } = await sql<{ id: string }>`
      insert into class_session (class_id, starts_at, ends_at, hours, topic, quality_module, practice, teacher_id, teacher_person_id, room_id)
      select class_id, starts_at + interval '5 hours', ends_at + interval '5 hours', hours, topic, false, practice, teacher_id,
        teacher_person_id, room_id from class_session where class_id = ${place.classId} order by starts_at returning id`.execute(
      app.services.database,
    );
    expect(afternoons).toHaveLength(6);
    const { personId, enrolmentId, learner } = await aLearner({ place });
    // Every afternoon but one.
    await attended(
      app,
      afternoons.slice(1).map(({ id }) => id),
      enrolmentId,
      personId,
    );
    const { database } = app.services;
    const count = async (rule: "half" | "every-session") =>
      (await classDays(database, [enrolmentId], rule)).get(enrolmentId)?.filter(({ attended: was }) => was).length;
    expect([await count("half"), await count("every-session")]).toEqual([6, 5]);
    await finish(enrolmentId);
    expect(await allowancesOf(learner)).toMatchObject([{ askedFen: 30_000 }]);
  });
});

describe("a mark put right", () => {
  it("before it is confirmed changes the prepared claim", async () => {
    const { enrolmentId, place, learner } = await aLearner({ absent: [2] });
    await finish(enrolmentId);
    expect(await allowancesOf(learner)).toMatchObject([{ askedFen: 45_000 }]);
    await correct(place.sessionIds[1], enrolmentId, "present");
    expect(await allowancesOf(learner)).toMatchObject([{ state: "prepared", askedFen: 50_000 }]);
  });

  it("after it was granted is a claim of its own that follows it, once; the granted one stays", async () => {
    const { enrolmentId, place, learner } = await aLearner({ absent: [2, 3] });
    await finish(enrolmentId);
    const [granted] = await allowancesOf(learner);
    await approve(learner, granted?.id ?? "");
    await correct(place.sessionIds[1], enrolmentId, "present");
    await app.work((context) => prepareDays(context, enrolmentId));
    const rows = await allowancesOf(learner);
    expect(rows).toHaveLength(2);
    const follow = rows.find(({ id }) => id !== granted?.id);
    expect(follow).toMatchObject({ state: "prepared", askedFen: 5_000 });
    const sheet = await sheetOf(learner, follow?.id ?? "");
    expect(sheet).toMatchObject({ follows: granted?.number, totals: { counted: 1 } });
    expect(sheet.days[0]).toMatchObject({ why: "covered", because: `申请 ${granted?.number} 已计过` });
    expect(sheet.days[1]).toMatchObject({ why: "counted" });
    expect(sheet.days[2]).toMatchObject({ why: "absent" });
    // The sheet of the granted one says that the mark differs now, and stays as it was decided.
    const before = await sheetOf(learner, granted?.id ?? "");
    expect([before.amountFen, before.days[1]?.corrected, before.days[1]?.counted]).toEqual([40_000, true, false]);
    await approve(learner, follow?.id ?? "");
    await correct(place.sessionIds[2], enrolmentId, "present");
    expect((await allowancesOf(learner)).map(({ askedFen }) => askedFen).toSorted((a, b) => a - b)).toEqual([
      5_000, 5_000, 40_000,
    ]);
  });
});

describe("a day put right to absent", () => {
  it("after it was paid is demanded back once another officer agrees, in the sum of that day", async () => {
    const { enrolmentId, place, learner } = await aLearner();
    await finish(enrolmentId);
    const [granted] = await allowancesOf(learner);
    const id = granted?.id ?? "";
    await approve(learner, id);
    await app.work(async (context) => {
      for (const state of ["publicised", "payable"] as const) await moveClaims(context, [id], state, {});
      await markBatched(context, [id]);
      await markPaid(context, id, 50_000);
    });
    await correct(place.sessionIds[3], enrolmentId, "absent");
    await correct(place.sessionIds[4], enrolmentId, "absent");
    const [open, ...others] = await waiting(third, id);
    expect(others).toEqual([]);
    expect(open).toMatchObject({ lessFen: 10_000, mayDecide: true, reason: expect.stringContaining(day(4)) as string });
    // Whoever let the mark be put right has asked for it, and can't agree to it.
    expect(await second.post(`/api/v1/cancellations/${open?.id}/decision`, { agreed: true })).toMatchObject({
      status: 409,
    });
    expect((await third.post(`/api/v1/cancellations/${open?.id}/decision`, { agreed: true })).status).toBe(200);
    await app.drain();
    const finance = await app.as("finance");
    const demanded = await finance.get<{ rows: object[] }>(`/api/v1/clawbacks?q=${granted?.number}`);
    expect(demanded.body.rows).toMatchObject([
      { amountFen: 10_000, reason: expect.stringContaining(day(5)) as string },
    ]);
    expect(await allowancesOf(learner)).toMatchObject([{ state: "recovering" }]);
    // A demand that was agreed isn't asked for again.
    await correct(place.sessionIds[5], enrolmentId, "absent");
    expect(await waiting(third, id)).toMatchObject([{ lessFen: 5_000 }]);
  });

  it("before it was paid cancels the grant, and what is left is prepared anew", async () => {
    const { enrolmentId, place, learner } = await aLearner();
    await finish(enrolmentId);
    const [granted] = await allowancesOf(learner);
    await approve(learner, granted?.id ?? "");
    await correct(place.sessionIds[3], enrolmentId, "absent");
    const [open] = await waiting(third, granted?.id ?? "");
    expect((await third.post(`/api/v1/cancellations/${open?.id}/decision`, { agreed: true })).status).toBe(200);
    await app.drain();
    const rows = await allowancesOf(learner);
    expect(rows.map(({ state, askedFen }) => `${state} ${askedFen}`).toSorted()).toEqual([
      "cancelled 50000",
      "prepared 45000",
    ]);
  });

  it("and put right once more takes nothing back", async () => {
    const { enrolmentId, place, learner } = await aLearner();
    await finish(enrolmentId);
    const [granted] = await allowancesOf(learner);
    await approve(learner, granted?.id ?? "");
    await correct(place.sessionIds[3], enrolmentId, "absent");
    await correct(place.sessionIds[3], enrolmentId, "present");
    const [open] = await waiting(third, granted?.id ?? "");
    expect(open).toMatchObject({ lessFen: 0 });
    expect(await third.post(`/api/v1/cancellations/${open?.id}/decision`, { agreed: true })).toMatchObject({
      status: 409,
      body: { code: "nothing-to-take-back" },
    });
    expect(await allowancesOf(learner)).toMatchObject([{ state: "approved" }]);
  });
});

interface Waiting {
  id: string;
  claimId: string;
  lessFen: number;
  mayDecide: boolean;
  reason: string;
}
const waiting = async (client: TestClient, claimId: string) =>
  (await client.get<{ rows: Waiting[] }>("/api/v1/cancellations")).body.rows.filter((row) => row.claimId === claimId);

async function correct(sessionId: string | undefined, enrolmentId: string, mark: string): Promise<void> {
  const answer = await madeUpByTwo(first, second, sessionId ?? "", [{ enrolmentId, mark }]);
  expect(answer.status).toBe(200);
  await app.drain();
}
