import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aTrainingPlace, createTestApp, type TestApp, type TestClient } from "../../test/index.ts";
import * as reviewed from "../../test/reviewed-builders.ts";
import { publicityRound } from "../index.ts";

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

let address = 0;

const claimRow = (id: string) =>
  app.services.database.selectFrom("claim").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

const aConfirmedClaim = () => reviewed.aConfirmedClaim(app, place);
const anApprovedClaim = () => reviewed.anApprovedClaim(app, place, [first, second]);

async function aPublicisedClaim() {
  const approved = await anApprovedClaim();
  await publicityRound(app.services);
  return approved;
}

describe("objections, appeals, corrections", () => {
  it("publishes the name masked, and no number of anybody", async () => {
    const { claim } = await aPublicisedClaim();
    const list = await app.anonymous.get<{ rows: { id: string; name: string }[] }>("/api/v1/publicity?limit=200");
    const row = list.body.rows.find((one) => one.id === claim.id);
    expect(row?.name).toContain("*");
    const book = await app.anonymous.inject({ method: "GET", url: "/api/v1/publicity/export" });
    expect(book.rawPayload.subarray(0, 2).toString()).toBe("PK");
    expect(JSON.stringify(list.body)).not.toMatch(/\d{17}[\dX]|\d{6}\*+|1\d{10}/);
  });

  it("an upheld objection cancels, gives the slots and the money back; only who did not review may answer", async () => {
    const released: string[] = [];
    app.services.house.offers.reservation = {
      reserve: (_context, claim) => Promise.resolve({ sourceId: claim.sourceId }),
      release: (_context, claim) => {
        released.push(claim.id);
        return Promise.resolve();
      },
    };
    const { claim } = await aPublicisedClaim();
    const raised = await app.anonymous.post<{ id: string }>(`/api/v1/publicity/${claim.id}/objections`, {
      text: "此人当时在外地打工，没有参加培训",
      contact: "13900000000",
    });
    expect(raised.status).toBe(200);
    expect(await claimRow(claim.id)).toMatchObject({ state: "objected" });
    const receipt = `/api/v1/publicity/objections/${raised.body.id}`;
    expect((await app.anonymous.get(receipt)).body).toMatchObject({ answer: null, upheld: null });
    const path = `/api/v1/objections/${raised.body.id}/answer`;
    const answer = { upheld: true, answer: "经核查属实" };
    expect(await first.post(path, answer)).toMatchObject({ status: 409, body: { code: "answerer-is-reviewer" } });
    expect((await third.post(path, answer)).status).toBe(200);
    expect(await claimRow(claim.id)).toMatchObject({ state: "cancelled" });
    expect((await app.anonymous.get(receipt)).body).toMatchObject({ answer: "经核查属实", upheld: true });
    expect(released).toEqual([claim.id]);
    const slots = await app.services.database
      .selectFrom("benefit_slot")
      .selectAll()
      .where("claim_id", "=", claim.id)
      .execute();
    expect(slots).toEqual([]);
    delete app.services.house.offers.reservation;
  });

  it("a rejected one sends the claim back; it is not payable before the answer", async () => {
    const { claim } = await aPublicisedClaim();
    const raised = await app.anonymous.post<{ id: string }>(`/api/v1/publicity/${claim.id}/objections`, {
      text: "怀疑没有参加培训",
    });
    app.setNow("2020-04-20T10:00:00+08:00");
    await publicityRound(app.services);
    expect(await claimRow(claim.id)).toMatchObject({ state: "objected" });
    const officer = await app.as("reviewer");
    await officer.post(`/api/v1/objections/${raised.body.id}/answer`, { upheld: false, answer: "考勤齐全" });
    expect(await claimRow(claim.id)).toMatchObject({ state: "publicised", publicised_to: "2020-04-17" });
    const late = await app.anonymous.post(`/api/v1/publicity/${claim.id}/objections`, { text: "再次怀疑没有参加" });
    expect([late.status, late.body]).toMatchObject([409, { code: "publicity-over" }]);
    await publicityRound(app.services);
    expect(await claimRow(claim.id)).toMatchObject({ state: "payable" });
  });

  it("nobody objects in public once the period is over", async () => {
    const { claim } = await aPublicisedClaim();
    app.setNow("2020-04-18T10:00:00+08:00");
    expect(
      await app.anonymous.post(`/api/v1/publicity/${claim.id}/objections`, { text: "晚到的异议内容" }),
    ).toMatchObject({ status: 409, body: { code: "publicity-over" } });
  });

  it.each([
    ["in the same words, spelled otherwise", { text: "怀疑　没有参加培训", contact: "13900000009" }],
    ["by the same contact", { text: "另有情况需要反映", contact: "139 0000 0001" }],
    ["by somebody who leaves no contact either", { text: "情况不实，请核查" }],
  ])("is not raised again %s", async (_name, again) => {
    const { claim } = await aPublicisedClaim();
    const object = (payload: object) =>
      app.anonymous.inject({
        method: "POST",
        url: `/api/v1/publicity/${claim.id}/objections`,
        payload,
        remoteAddress: `10.9.0.${(address += 1)}`,
      });
    expect((await object({ text: "怀疑没有参加培训", contact: "13900000001" })).statusCode).toBe(200);
    expect((await object({ text: "听说他没有来上课" })).statusCode).toBe(200);
    const repeated = await object(again);
    expect([repeated.statusCode, repeated.json<{ code: string }>().code]).toEqual([409, "objection-repeated"]);
  });

  it("a person stops a claim in their own name before it is approved", async () => {
    const { claim, client } = await aConfirmedClaim();
    const raised = await client.post<{ id: string }>(`/api/v1/claims/${claim.id}/objections`, {
      text: "我没有参加过这个班",
    });
    expect(raised.status).toBe(200);
    expect(await first.post(`/api/v1/claims/${claim.id}/first-review`, { verdict: "pass" })).toMatchObject({
      status: 409,
      body: { code: "claim-objected" },
    });
    await third.post(`/api/v1/objections/${raised.body.id}/answer`, { upheld: true, answer: "核实无考勤" });
    expect(await claimRow(claim.id)).toMatchObject({ state: "refused" });
  });

  it("an appeal that is upheld goes through both reviews again", async () => {
    const { claim, client } = await aConfirmedClaim();
    await first.post(`/api/v1/claims/${claim.id}/first-review`, { verdict: "refuse", reason: "疑似重复" });
    const raised = await client.post<{ id: string }>(`/api/v1/claims/${claim.id}/appeals`, {
      text: "我从未领过此类补贴",
    });
    expect(await claimRow(claim.id)).toMatchObject({ state: "appealed" });
    await third.post(`/api/v1/objections/${raised.body.id}/answer`, { upheld: true, answer: "核查无重复" });
    expect(await claimRow(claim.id)).toMatchObject({ state: "submitted" });
    expect((await first.post(`/api/v1/claims/${claim.id}/first-review`, { verdict: "pass" })).status).toBe(200);
  });

  it("an approval is taken back by two officers with a reason", async () => {
    const { claim } = await anApprovedClaim();
    const asked = await first.post<{ id: string }>(`/api/v1/claims/${claim.id}/cancellations`, { reason: "标准用错" });
    const path = `/api/v1/cancellations/${asked.body.id}/decision`;
    expect(await first.post(path, { agreed: true })).toMatchObject({
      status: 409,
      body: { code: "canceller-is-asker" },
    });
    expect((await third.post(path, { agreed: true })).status).toBe(200);
    expect(await claimRow(claim.id)).toMatchObject({ state: "cancelled" });
  });
});
