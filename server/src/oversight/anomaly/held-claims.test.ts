import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "../../kernel/database.ts";
import {
  aConfirmedClaim,
  anApprovedClaim,
  aPaidClaim,
  aPayeeAccount,
  aSource,
  aTrainingPlace,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";

let app: TestApp;
let first: TestClient;
let second: TestClient;
let third: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-15T10:00:00+08:00" });
  [first, second, third] = [await app.as("reviewer"), await app.as("reviewer"), await app.as("reviewer")];
  await aSource(app, { fen: 100_000_000 });
});
afterAll(() => app.close());

interface Place {
  classId: string;
  sessionIds: string[];
}

/** An anomaly as a scan would find it in the class. */
async function anAnomaly(place: Place, evidence: unknown = {}): Promise<string> {
  const row = await app.services.database
    .insertInto("anomaly")
    .values({
      rule: "shared-device",
      subject_kind: "class",
      subject_id: place.classId,
      class_id: place.classId,
      organisation_id: null,
      region: "320682103",
      severity: 2,
      summary: "1 节课上有一部设备为三人以上签到",
      evidence: JSON.stringify(evidence),
      decided_by: null,
      decided_at: null,
      decision_reason: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

const confirm = (id: string, by = third) =>
  by.post<{ held: number }>(`/api/v1/anomalies/${id}/decision`, { verdict: "confirmed", reason: "现场核查属实" });
const resolve = (id: string, body: object, by = first) => by.post(`/api/v1/anomalies/${id}/resolution`, body);
const review = (id: string, round: "first" | "second", by: TestClient) =>
  by.post(`/api/v1/claims/${id}/${round}-review`, { verdict: "pass" });
const stateOf = async (id: string): Promise<string> =>
  (await app.services.database.selectFrom("claim").select("state").where("id", "=", id).executeTakeFirstOrThrow())
    .state;

describe("a claim that a confirmed anomaly touches", () => {
  it("is seen at review while the anomaly is open, and may still be passed", async () => {
    const place = await aTrainingPlace(app);
    const { claim } = await aConfirmedClaim(app, place);
    await anAnomaly(place);
    const seen = await first.get<{ rows: { title: string; state: string; holds: boolean }[] }>(
      `/api/v1/claims/${claim.id}/anomalies`,
    );
    expect(seen.body.rows).toMatchObject([{ title: "一部手机为多人签到", state: "open", holds: false }]);
    expect((await review(claim.id, "first", first)).status).toBe(200);
  });

  it("confirmed between the two reviews: the second is refused and told by what, until it is taken back", async () => {
    const place = await aTrainingPlace(app);
    const { claim } = await aConfirmedClaim(app, place);
    expect((await review(claim.id, "first", first)).status).toBe(200);
    const anomaly = await anAnomaly(place);
    expect((await confirm(anomaly)).body.held).toBe(1);
    const refused = await review(claim.id, "second", second);
    expect([refused.status, refused.body.code]).toEqual([409, "claim-held"]);
    expect(refused.body.detail).toContain("一部手机为多人签到：1 节课上有一部设备为三人以上签到");
    const listed = await second.get<{ rows: { id: string; held: boolean }[] }>("/api/v1/claims?held=true");
    expect(listed.body.rows.map((row) => row.id)).toContain(claim.id);

    const own = await resolve(anomaly, { verdict: "dismissed", reason: "自己撤销" }, third);
    expect([own.status, own.body.code]).toEqual([403, "resolver-is-confirmer"]);
    expect((await resolve(anomaly, { verdict: "dismissed", reason: "" })).status).toBe(422);
    expect((await resolve(anomaly, { verdict: "dismissed", reason: "设备为机构平板，已核实" })).status).toBe(200);
    expect((await resolve(anomaly, { verdict: "dismissed", reason: "再来一次" })).body.code).toBe(
      "anomaly-not-confirmed",
    );
    expect((await review(claim.id, "second", second)).status).toBe(200);
  });

  it("is let go by settling, but for those left out, which can only be turned down", async () => {
    const place = await aTrainingPlace(app);
    const good = await aConfirmedClaim(app, place);
    const bad = await aConfirmedClaim(app, place);
    const anomaly = await anAnomaly(place, { enrolments: [bad.enrolmentId] });
    await confirm(anomaly);
    const touched = await first.get<{ rows: { claimId: string; named: boolean }[] }>(
      `/api/v1/anomalies/${anomaly}/claims`,
    );
    expect(touched.body.rows).toMatchObject([
      { claimId: bad.claim.id, named: true },
      { claimId: good.claim.id, named: false },
    ]);
    const elsewhere = await aConfirmedClaim(app, await aTrainingPlace(app));
    const settled = { verdict: "settled", reason: "剔除代签的一人" };
    const wrong = await resolve(anomaly, { ...settled, excludedClaimIds: [elsewhere.claim.id] });
    expect(wrong.body.code).toBe("claim-not-under-hold");
    expect((await resolve(anomaly, { ...settled, excludedClaimIds: [bad.claim.id] })).status).toBe(200);
    expect((await review(good.claim.id, "first", first)).status).toBe(200);
    expect((await review(bad.claim.id, "first", first)).body.code).toBe("claim-held");
    const refused = await first.post(`/api/v1/claims/${bad.claim.id}/first-review`, {
      verdict: "refuse",
      reason: "经核查，考勤不真实",
    });
    expect(refused.status).toBe(200);
  });

  it("is held too where it is made after the confirmation", async () => {
    const place = await aTrainingPlace(app);
    await confirm(await anAnomaly(place));
    const { claim } = await aConfirmedClaim(app, place);
    expect((await review(claim.id, "first", first)).body.code).toBe("claim-held");
    const batch = await first.post("/api/v1/review-batches", { round: 1, claimIds: [claim.id, claim.id] });
    expect(batch.body.code).toBe("not-batchable");
  });

  it("approved before, is neither publicised, nor payable, nor batched, whoever asks the database", async () => {
    const place = await aTrainingPlace(app);
    const { claim } = await anApprovedClaim(app, place, [first, second]);
    await confirm(await anAnomaly(place));
    await first.post("/api/v1/publicity");
    expect(await stateOf(claim.id)).toBe("approved");
    await expect(
      sql`update claim set state = 'publicised' where id = ${claim.id}`.execute(app.services.database),
    ).rejects.toMatchObject({ constraint: "claim_not_held" });
    // Withdrawal is allowed: a hold only blocks the way to the money.
    const asked = await first.post<{ id: string }>(`/api/v1/claims/${claim.id}/cancellations`, { reason: "疑点属实" });
    expect(asked.status).toBe(200);
  });
});

describe("at the same moment", () => {
  it("a confirmation and a second review never both win against each other", async () => {
    const place = await aTrainingPlace(app);
    const claims = [];
    for (let n = 0; n < 6; n += 1) claims.push(await aConfirmedClaim(app, place));
    for (const { claim } of claims) expect((await review(claim.id, "first", first)).status).toBe(200);
    const anomaly = await anAnomaly(place);
    const [held, ...answers] = await Promise.all([
      confirm(anomaly),
      ...claims.map(({ claim }) => review(claim.id, "second", second)),
    ]);
    expect(held.status).toBe(200);
    for (const [at, answer] of answers.entries()) {
      expect([200, 409]).toContain(answer.status);
      expect(await stateOf(claims[at]?.claim.id ?? "")).toBe(answer.status === 200 ? "approved" : "first-passed");
    }
    // Whichever came first, nothing moves from here on.
    await first.post("/api/v1/publicity");
    for (const { claim } of claims) expect(await stateOf(claim.id)).not.toBe("publicised");
  });
});

describe("in either order", () => {
  it("a review that waits for a confirmation under way is refused once it is committed", async () => {
    const place = await aTrainingPlace(app);
    const { claim } = await aConfirmedClaim(app, place);
    await review(claim.id, "first", first);
    const anomaly = await anAnomaly(place);
    const waiting = await app.services.database.transaction().execute(async (db) => {
      await sql`select from claim where class_id = ${place.classId} for update`.execute(db);
      await sql`
        with h as (insert into claim_hold (cause, cause_id, title, reason, placed_by)
          values ('anomaly', ${anomaly}, '疑点', '核查属实', ${third.accountId}) returning id)
        insert into claim_hold_subject (subject_id, hold_id, kind) select ${place.classId}, id, 'class' from h`.execute(
        db,
      );
      const asked = review(claim.id, "second", second);
      await new Promise((done) => setTimeout(done, 300));
      return { asked };
    });
    expect((await waiting.asked).body.code).toBe("claim-held");
    expect(await stateOf(claim.id)).toBe("first-passed");
  });
});

/** A payable claim not yet in a batch. */
async function aPayableClaim() {
  const place = await aTrainingPlace(app);
  const { claim, personId } = await anApprovedClaim(app, place, [first, second]);
  const db = app.services.database;
  await sql`update claim set state = 'publicised' where id = ${claim.id}`.execute(db);
  await sql`update claim set state = 'payable' where id = ${claim.id}`.execute(db);
  const has = await sql`select from payee_account where person_id = ${personId} and replaced_at is null`.execute(db);
  if (has.rows.length === 0) await aPayeeAccount(app, { personId });
  const { source_id: sourceId } = await db
    .selectFrom("claim")
    .select("source_id")
    .where("id", "=", claim.id)
    .executeTakeFirstOrThrow();
  return { place, claim, sourceId };
}

describe("after approval, before the money leaves", () => {
  it("is not put into a batch: named it is refused, unnamed it is left out", async () => {
    const { place, claim, sourceId } = await aPayableClaim();
    await confirm(await anAnomaly(place));
    const maker = await app.as("finance");
    const named = await maker.post("/api/v1/payment-batches", { sourceId, claimIds: [claim.id] });
    expect([named.status, named.body.code]).toEqual([409, "claim-held"]);
    expect((await maker.post("/api/v1/payment-batches", { sourceId })).body.code).toBe("nothing-to-pay");
    expect(await stateOf(claim.id)).toBe("payable");
  });

  it("in a batch that waits for its release, the release is refused by name, and by the database", async () => {
    const { place, claim, sourceId } = await aPayableClaim();
    const [maker, releaser] = [await app.as("finance"), await app.as("finance")];
    const made = await maker.post<{ id: string }>("/api/v1/payment-batches", { sourceId, claimIds: [claim.id] });
    await maker.post(`/api/v1/payment-batches/${made.body.id}/submission`);
    const anomaly = await anAnomaly(place);
    await confirm(anomaly);
    const refused = await releaser.post(`/api/v1/payment-batches/${made.body.id}/release`);
    expect([refused.status, refused.body.code]).toEqual([409, "claim-held"]);
    expect(refused.body.detail).toContain(claim.number);
    await expect(
      sql`update payment_batch set state = 'released' where id = ${made.body.id}`.execute(app.services.database),
    ).rejects.toMatchObject({ constraint: "claim_not_held" });
    await resolve(anomaly, { verdict: "dismissed", reason: "核实为误报" });
    expect((await releaser.post(`/api/v1/payment-batches/${made.body.id}/release`)).status).toBe(200);
  });

  it("a release and a confirmation at once: either the money had left, or it stays", async () => {
    const { place, claim, sourceId } = await aPayableClaim();
    const [maker, releaser] = [await app.as("finance"), await app.as("finance")];
    const made = await maker.post<{ id: string }>("/api/v1/payment-batches", { sourceId, claimIds: [claim.id] });
    await maker.post(`/api/v1/payment-batches/${made.body.id}/submission`);
    const anomaly = await anAnomaly(place);
    const [held, released] = await Promise.all([
      confirm(anomaly),
      releaser.post(`/api/v1/payment-batches/${made.body.id}/release`),
    ]);
    expect(held.status).toBe(200);
    expect([200, 409]).toContain(released.status);
    const batch = await app.services.database
      .selectFrom("payment_batch")
      .select("state")
      .where("id", "=", made.body.id)
      .executeTakeFirstOrThrow();
    expect(batch.state).toBe(released.status === 200 ? "released" : "submitted");
  });

  it("paid already, it is not touched: that is the fund's to demand back", async () => {
    const paid = await aPaidClaim(app);
    const anomaly = await anAnomaly(await aTrainingPlace(app));
    await sql`update anomaly set subject_kind = 'claim', subject_id = ${paid.id}, class_id = null where id = ${anomaly}`.execute(
      app.services.database,
    );
    expect((await confirm(anomaly)).body.held).toBe(1);
    expect(await stateOf(paid.id)).toBe("paid");
  });
});
