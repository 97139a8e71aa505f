import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anEntitledLearner, aTrainingPlace, createTestApp, type TestApp, type TestClient } from "../test/index.ts";
import * as reviewed from "../test/reviewed-builders.ts";
import { prepareClaims, publicityRound } from "./index.ts";

let app: TestApp;
let place: Awaited<ReturnType<typeof aTrainingPlace>>;
let first: TestClient;
let second: TestClient;
let third: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-04-10T10:00:00+08:00" });
  delete app.services.house.offers.reservation;
  place = await aTrainingPlace(app);
});
// Every test begins on this day, with officers who have just signed in.
beforeEach(async () => {
  app.setNow("2020-04-10T10:00:00+08:00");
  first = await app.as("reviewer");
  second = await app.as("reviewer");
  third = await app.as("reviewer");
});
afterAll(() => app.close());

const claimRow = (id: string) =>
  app.services.database.selectFrom("claim").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

const aPreparedClaim = (given?: Parameters<typeof anEntitledLearner>[2]) => reviewed.aPreparedClaim(app, place, given);
const aConfirmedClaim = () => reviewed.aConfirmedClaim(app, place);
const anApprovedClaim = () => reviewed.anApprovedClaim(app, place, [first, second]);

describe("from a certificate to money that may be paid", () => {
  it("prepares the claim, with its person told, each condition met and the amount worked out", async () => {
    const { client, claim, personId } = await aPreparedClaim();
    expect(claim).toMatchObject({ state: "prepared", askedFen: 120_000 });
    expect(claim.number).toMatch(/^RG2020-\d{6}$/);
    const shown = await client.get<{ decision: { outcome: string; findings: { met: boolean | null }[] } }>(
      `/api/v1/claims/${claim.id}`,
    );
    expect(shown.body.decision.outcome).toBe("granted");
    expect(shown.body.decision.findings.every((finding) => finding.met)).toBe(true);
    await app.drain();
    const told = await app.services.database
      .selectFrom("message_outbox")
      .select("template")
      .where("person_id", "=", personId)
      .execute();
    expect(told.map((row) => row.template)).toContain("claim-prepared");
  });

  it("walks through confirmation, two reviews, publicity and becomes payable", async () => {
    const { claim } = await anApprovedClaim();
    expect(await claimRow(claim.id)).toMatchObject({ state: "approved", approved_fen: 120_000, due_on: "2020-04-24" });
    await publicityRound(app.services);
    expect(await claimRow(claim.id)).toMatchObject({
      state: "publicised",
      publicised_from: "2020-04-10",
      publicised_to: "2020-04-17",
    });
    const listed = await first.get<{ rows: object[] }>(`/api/v1/claims?state=publicised&q=${claim.number}`);
    expect(listed.body.rows).toMatchObject([{ publicisedFrom: "2020-04-10", publicisedTo: "2020-04-17" }]);
    app.setNow("2020-04-17T22:00:00+08:00");
    await publicityRound(app.services);
    expect(await claimRow(claim.id)).toMatchObject({ state: "publicised" });
    app.setNow("2020-04-18T01:00:00+08:00");
    await publicityRound(app.services);
    expect(await claimRow(claim.id)).toMatchObject({ state: "payable" });
    const officer = await app.as("reviewer");
    const shown = await officer.get<{ steps: reviewed.ClaimLine["steps"] }>(`/api/v1/claims/${claim.id}`);
    expect(shown.body.steps.map((step) => step.state)).toEqual([
      "prepared",
      "submitted",
      "first-passed",
      "approved",
      "publicised",
      "payable",
    ]);
  });

  it("prepares once, however often the certificate is announced", async () => {
    const { certificateId } = await aPreparedClaim();
    expect(await app.work((context) => prepareClaims(context, [certificateId]))).toBe(0);
  });

  it("a double click confirms once; the second is told the state, or given the same answer under one key", async () => {
    const { client, claim } = await aPreparedClaim();
    const path = `/api/v1/claims/${claim.id}/confirmation`;
    const answers = await Promise.all([
      client.post(path, {}, { "idempotency-key": claim.id }),
      client.post(path, {}, { "idempotency-key": claim.id }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    expect(await client.post(path)).toMatchObject({ status: 409, body: { code: "claim-state", state: "submitted" } });
  });

  it("asks for an account to pay to before it is confirmed", async () => {
    const { client, claim } = await aPreparedClaim({ payee: false });
    expect(await client.post(`/api/v1/claims/${claim.id}/confirmation`)).toMatchObject({
      status: 409,
      body: { code: "payee-account-missing" },
    });
  });

  it("shows a claim to nobody else's sign-in", async () => {
    const { claim } = await aPreparedClaim();
    const stranger = await app.as("learner", { personId: (await anEntitledLearner(app, place)).personId });
    expect((await stranger.get(`/api/v1/claims/${claim.id}`)).status).toBe(403);
    expect((await stranger.post(`/api/v1/claims/${claim.id}/confirmation`)).status).toBe(403);
    expect((await stranger.get<{ rows: reviewed.ClaimLine[] }>("/api/v1/me/claims")).body.rows).toEqual([]);
  });
});

describe("review", () => {
  it("needs two officers", async () => {
    const { claim } = await aConfirmedClaim();
    await first.post(`/api/v1/claims/${claim.id}/first-review`, { verdict: "pass" });
    expect(await first.post(`/api/v1/claims/${claim.id}/second-review`, { verdict: "pass" })).toMatchObject({
      status: 409,
      body: { code: "second-is-first" },
    });
  });

  it("lists to an officer what is theirs to review, and says which review was their own", async () => {
    const { claim } = await aConfirmedClaim();
    const path = `/api/v1/claims?reviewable=true&state=submitted,first-passed&q=${claim.number}`;
    const listed = async (officer: TestClient) =>
      (await officer.get<{ rows: reviewed.ClaimLine[] }>(path)).body.rows.length;
    expect([await listed(first), await listed(second)]).toEqual([1, 1]);
    await first.post(`/api/v1/claims/${claim.id}/first-review`, { verdict: "pass" });
    expect([await listed(first), await listed(second)]).toEqual([0, 1]);
    const mine = async (officer: TestClient) =>
      (await officer.get<{ reviews: { mine: boolean }[] }>(`/api/v1/claims/${claim.id}`)).body.reviews[0]?.mine;
    expect([await mine(first), await mine(second)]).toEqual([true, false]);
  });

  it.each([
    { verdict: "return", leadsTo: "returned" },
    { verdict: "refuse", leadsTo: "refused" },
  ])("$verdict needs a reason, which the person reads", async ({ verdict, leadsTo }) => {
    const { claim, client } = await aConfirmedClaim();
    const path = `/api/v1/claims/${claim.id}/first-review`;
    expect(await first.post(path, { verdict })).toMatchObject({ status: 422, body: { code: "reason-missing" } });
    expect((await first.post(path, { verdict, reason: "证书照片不清晰" })).status).toBe(200);
    const mine = await client.get<{ rows: reviewed.ClaimLine[] }>("/api/v1/me/claims");
    expect(mine.body.rows[0]?.steps.at(-1)).toMatchObject({ state: leadsTo, reason: "证书照片不清晰" });
  });

  it("keeps the verdict of every version: returned, mended, decided anew", async () => {
    const { claim, client } = await aConfirmedClaim();
    await first.post(`/api/v1/claims/${claim.id}/first-review`, { verdict: "return", reason: "请核对" });
    expect((await client.post(`/api/v1/claims/${claim.id}/resubmission`)).status).toBe(200);
    await second.post(`/api/v1/claims/${claim.id}/first-review`, { verdict: "pass" });
    await first.post(`/api/v1/claims/${claim.id}/second-review`, { verdict: "pass" });
    const shown = await first.get<{
      versions: { version: number; outcome: string; current: boolean }[];
      reviews: { round: number; version: number; verdict: string }[];
    }>(`/api/v1/claims/${claim.id}`);
    expect(shown.body.versions.map((version) => version.outcome)).toEqual(["granted", "granted", "granted"]);
    expect(shown.body.reviews.map(({ round, version, verdict }) => ({ round, version, verdict }))).toEqual([
      { round: 1, version: 2, verdict: "return" },
      { round: 1, version: 3, verdict: "pass" },
      { round: 2, version: 3, verdict: "pass" },
    ]);
  });

  it("decides again on the facts of the day: what came to light since the first review stops the second", async () => {
    const { claim, personId } = await aConfirmedClaim();
    await first.post(`/api/v1/claims/${claim.id}/first-review`, { verdict: "pass" });
    await app.services.database
      .insertInto("person_fact")
      .values({
        person_id: personId,
        kind: "pension",
        value: JSON.stringify({ from: "2020-01-01", to: null, monthlyPension: true }),
        source: "社保中心",
        replaces: null,
        reason: null,
        recorded_by: null,
      })
      .execute();
    const answer = await second.post(`/api/v1/claims/${claim.id}/second-review`, { verdict: "pass" });
    expect(answer).toMatchObject({ status: 409, body: { code: "no-longer-granted" } });
    expect(answer.body.detail).toContain("养老金");
    expect(await claimRow(claim.id)).toMatchObject({ state: "first-passed" });
  });

  it("does not approve an amount the officer did not see", async () => {
    const { claim } = await aConfirmedClaim();
    await first.post(`/api/v1/claims/${claim.id}/first-review`, { verdict: "pass" });
    expect(
      await second.post(`/api/v1/claims/${claim.id}/second-review`, { verdict: "pass", amountFen: 100_000 }),
    ).toMatchObject({ status: 409, body: { code: "amount-changed" } });
  });

  it("lets an officer take back their own pass, and nobody else's", async () => {
    const { claim } = await aConfirmedClaim();
    await first.post(`/api/v1/claims/${claim.id}/first-review`, { verdict: "pass" });
    const path = `/api/v1/claims/${claim.id}/first-review-recall`;
    expect((await second.post(path, { reason: "看错了证书" })).status).toBe(403);
    expect((await first.post(path, { reason: "看错了证书" })).status).toBe(200);
    expect((await first.post(`/api/v1/claims/${claim.id}/first-review`, { verdict: "pass" })).status).toBe(200);
  });

  it("of two officers deciding at once one wins and the other is told", async () => {
    const { claim } = await aConfirmedClaim();
    await first.post(`/api/v1/claims/${claim.id}/first-review`, { verdict: "pass" });
    const answers = await Promise.all([
      second.post(`/api/v1/claims/${claim.id}/second-review`, { verdict: "pass" }),
      third.post(`/api/v1/claims/${claim.id}/second-review`, { verdict: "refuse", reason: "存疑" }),
    ]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body.code).toBe("claim-state");
  });

  it("lists what is due first, with what is overdue marked", async () => {
    const { claim } = await aConfirmedClaim();
    app.setNow("2020-05-11T10:00:00+08:00");
    const officer = await app.as("reviewer");
    const queue = await officer.get<{ rows: { id: string; overdue: boolean; dueOn: string }[]; total: number }>(
      "/api/v1/claims?state=submitted&overdue=true&limit=200",
    );
    const book = await officer.inject({ method: "GET", url: "/api/v1/claims/export?state=submitted" });
    expect(book.rawPayload.subarray(0, 2).toString()).toBe("PK");
    expect(queue.body.rows.find((row) => row.id === claim.id)).toMatchObject({ overdue: true, dueOn: "2020-04-24" });
    expect(queue.body.total).toBe(queue.body.rows.length);
  });
});
