import { addDays, civilDate } from "@jinengtong/standards";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aClaim,
  aClass,
  anAdmission,
  anEntitledLearner,
  anOrganisation,
  aPerson,
  aSource,
  aStandard,
  aTrainingPlace,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../test/index.ts";
import { reserveClaims } from "../fund/index.ts";
import { passFirstMany } from "./review/pass-first-many.ts";
import { prepareClaims } from "./index.ts";

let app: TestApp;
let officers: TestClient[];
beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-15T10:00:00+08:00" });
  officers = await Promise.all(Array.from({ length: 4 }, () => app.as("reviewer")));
});
afterAll(() => app.close());

/** Prepared, confirmed and first-passed claims of these certificates; second reviews may begin. */
async function firstPassed(person: string, certificates: string[]): Promise<string[]> {
  await app.work((context) => prepareClaims(context, certificates));
  const learner = await app.as("learner", { personId: person });
  const claims = await app.services.database.selectFrom("claim").select("id").where("person_id", "=", person).execute();
  const ids = claims.map((row) => row.id);
  for (const id of ids) expect((await learner.post(`/api/v1/claims/${id}/confirmation`)).status).toBe(200);
  const first = await app.as("reviewer");
  const passed = await app.work((context) => passFirstMany(context, ids, { officerId: first.accountId }));
  expect(passed.map((one) => one.refusal)).toEqual(ids.map(() => null));
  return ids;
}

const approveAll = (ids: string[]) =>
  Promise.all(
    ids.map((id, at) => {
      const officer = officers[at % officers.length];
      if (!officer) throw new Error("no officer");
      return officer.post(`/api/v1/claims/${id}/second-review`, { verdict: "pass" });
    }),
  );

describe("approvals at the same moment", () => {
  it("40 of one person in one year: exactly three are approved, the others are told of the limit", async () => {
    await aSource(app, { fen: 100_000_000 });
    const organisationId = await anOrganisation(app);
    const certificates: string[] = [];
    let personId: string | undefined;
    for (let n = 0; n < 40; n += 1) {
      const occupation = `6-99-01-${String(n).padStart(2, "0")}`;
      await aStandard(app, { occupation, requiredHours: 4 });
      await anAdmission(app, organisationId, { occupation });
      const training = await aClass(app, {
        organisationId,
        occupation,
        requiredHours: 4,
        startsOn: addDays(civilDate("2020-03-02"), n),
      });
      const place = { classId: training.id, sessionIds: training.sessionIds };
      const learner = await anEntitledLearner(app, place, {
        occupation,
        issuedOn: "2020-05-20",
        ...(personId ? { personId } : {}),
      });
      personId = learner.personId;
      certificates.push(learner.certificateId);
    }
    const ids = await firstPassed(personId ?? "", certificates);
    expect(ids).toHaveLength(40);
    const answers = await approveAll(ids);
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(3);
    const refused = answers.filter((answer) => answer.status !== 200);
    expect(new Set(refused.map((answer) => answer.body.code))).toEqual(new Set(["no-longer-granted"]));
    expect(refused[0]?.body.detail).toContain("3 次上限");
    // Each refusal names the three that took the places.
    const approved = await app.services.database
      .selectFrom("claim")
      .select("number")
      .where("person_id", "=", personId ?? "")
      .where("state", "=", "approved")
      .execute();
    for (const { number } of approved) expect(refused[0]?.body.detail).toContain(number);
    expect(approved).toHaveLength(3);
    const slots = await app.services.database
      .selectFrom("benefit_slot")
      .select("ordinal")
      .where("person_id", "=", personId ?? "")
      .where("rule", "=", "three-a-year")
      .orderBy("ordinal")
      .execute();
    expect(slots.map((slot) => slot.ordinal)).toEqual([1, 2, 3]);
  }, 90_000);

  it("while the quota runs out: as many as it pays for, the others are told", async () => {
    const place = await aTrainingPlace(app, { startsOn: "2020-05-04", sessions: 15 });
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      const learner = await anEntitledLearner(app, place, { issuedOn: "2020-05-25" });
      ids.push(...(await firstPassed(learner.personId, [learner.certificateId])));
    }
    const spare = await app.services.database
      .selectFrom("ledger_total as t")
      .innerJoin("ledger_account as a", "a.id", "t.account_id")
      .select((e) => e.fn.sum<string>("t.total_fen").as("fen"))
      .where("a.code", "=", "available")
      .executeTakeFirstOrThrow();
    // Another claim takes all but the amount of two.
    await drain(Number(spare.fen) - 250_000);
    const answers = await approveAll(ids);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 200, 409, 409, 409]);
    // Refused by the fund's look at the quota, or by the database's check if two looked at once.
    for (const answer of answers.filter((one) => one.status === 409))
      expect(["quota-exhausted", "balance-exhausted"]).toContain(answer.body.code);
    const left = await app.services.database
      .selectFrom("benefit_slot")
      .select("claim_id")
      .where("claim_id", "in", ids)
      .where("rule", "=", "not-repeated")
      .execute();
    expect(left).toHaveLength(2);
  }, 60_000);

  it("the unique slot has the last word, whoever writes it", async () => {
    const person = await aPerson(app);
    const [one, two] = [
      await aClaim(app, { personId: person.id, state: "approved" }),
      await aClaim(app, { personId: person.id, state: "approved" }),
    ];
    const take = (claimId: string, side = "") =>
      app.services.database
        .insertInto("benefit_slot")
        .values({ claim_id: claimId, person_id: person.id, rule: "r", key: "k", ordinal: side === "b" ? 2 : 1, side })
        .execute();
    await take(one.id);
    await expect(take(two.id)).rejects.toMatchObject({ constraint: "slot_taken_once" });
    await app.services.database.deleteFrom("benefit_slot").where("claim_id", "=", one.id).execute();
    await take(one.id, "a");
    await expect(take(two.id, "b")).rejects.toMatchObject({ constraint: "never_together" });
  });
});

async function drain(fen: number): Promise<void> {
  const claim = await aClaim(app, { state: "approved", amountFen: fen });
  await app.work((context) =>
    reserveClaims(context, [{ id: claim.id, number: claim.number, sourceId: null, amountFen: fen, region: "320682" }]),
  );
}
