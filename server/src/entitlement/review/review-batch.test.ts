import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aClaim,
  anEntitledLearner,
  aTrainingPlace,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";
import { drawSample } from "./draw-sample.ts";
import { prepareClaims } from "../index.ts";

interface Batch {
  id: string;
  seed: string;
  claims: number;
  sample: { claimId: string; opened: boolean }[];
}
interface Passing {
  passed: number;
  totalFen: number;
  left: { code: string }[];
}

let app: TestApp;
let first: TestClient;
let second: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-04-10T10:00:00+08:00" });
  delete app.services.house.offers.reservation;
  first = await app.as("reviewer");
  second = await app.as("reviewer");
});
afterAll(() => app.close());

async function confirmedClaims(count: number): Promise<{ ids: string[]; personIds: string[] }> {
  const place = await aTrainingPlace(app);
  const ids: string[] = [];
  const personIds: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const learner = await anEntitledLearner(app, place);
    await app.work((context) => prepareClaims(context, [learner.certificateId]));
    const claim = await app.services.database
      .selectFrom("claim")
      .select("id")
      .where("person_id", "=", learner.personId)
      .executeTakeFirstOrThrow();
    const client = await app.as("learner", { personId: learner.personId });
    await client.post(`/api/v1/claims/${claim.id}/confirmation`);
    ids.push(claim.id);
    personIds.push(learner.personId);
  }
  return { ids, personIds };
}

const draw = (officer: TestClient, round: 1 | 2, claimIds: string[]) =>
  officer.post<Batch>("/api/v1/review-batches", { round, claimIds });
const sampleOf = (batch: Batch): string[] => batch.sample.map((claim) => claim.claimId).toSorted();
async function openAll(officer: TestClient, batch: Batch): Promise<void> {
  for (const { claimId } of batch.sample)
    await officer.post(`/api/v1/review-batches/${batch.id}/openings`, { claimId, note: "考勤与证书相符" });
}
const pass = (officer: TestClient, batch: Batch) => officer.post<Passing>(`/api/v1/review-batches/${batch.id}/passing`);

describe("passing many claims at once", () => {
  it("rests on a random tenth, opened one by one, that anybody can draw again", async () => {
    const { ids } = await confirmedClaims(12);
    const batch = (await draw(first, 1, ids)).body;
    expect(batch.sample).toHaveLength(2);
    const drawable = ids.map((id) => ({ id, fen: 120_000 }));
    expect(new Set(drawSample(batch.seed, drawable))).toEqual(new Set(batch.sample.map((claim) => claim.claimId)));
    expect(await pass(first, batch)).toMatchObject({ status: 409, body: { code: "sample-not-opened" } });
    await openAll(first, batch);
    expect((await pass(first, batch)).body).toMatchObject({ passed: 12, left: [] });
    expect(await pass(first, batch)).toMatchObject({ status: 409, body: { code: "batch-passed" } });
    const own = await draw(first, 2, ids);
    expect(own).toMatchObject({ status: 409, body: { code: "not-batchable" } });
    const again = (await draw(second, 2, ids)).body;
    await openAll(second, again);
    expect((await pass(second, again)).body).toMatchObject({ passed: 12, totalFen: 12 * 120_000 });
    const sampled = await app.services.database
      .selectFrom("claim_review")
      .select((e) => e.fn.countAll<string>().as("n"))
      .where("claim_id", "in", ids)
      .where("sampled", "=", true)
      .executeTakeFirstOrThrow();
    expect(Number(sampled.n)).toBe(4);
  }, 60_000);

  it("can't be drawn until the sample suits: the same claims give the same sample, and what was drawn stays drawn", async () => {
    const { ids } = await confirmedClaims(12);
    const batch = (await draw(first, 1, ids)).body;
    const again = (await draw(first, 1, ids)).body;
    expect(sampleOf(again)).toEqual(sampleOf(batch));
    const [left = "", ...kept] = ids.toSorted((a) => (sampleOf(batch).includes(a) ? 1 : -1));
    expect(sampleOf(batch)).not.toContain(left);
    expect(sampleOf((await draw(first, 1, kept)).body)).toEqual(expect.arrayContaining(sampleOf(batch)));
    expect(sampleOf((await draw(second, 1, ids)).body)).toEqual(expect.arrayContaining(sampleOf(batch)));
    const mine = (await first.get<{ rows: { id: string }[] }>("/api/v1/review-batches/open")).body.rows;
    expect(mine.map((row) => row.id)).toEqual(expect.arrayContaining([batch.id, again.id]));
    await openAll(first, again);
    expect((await pass(first, again)).body.passed).toBe(12);
  }, 60_000);

  it("always holds the one claim that is larger than all others, and one of each ten", () => {
    const claims = Array.from({ length: 40 }, (_, n) => ({ id: `claim-${n}`, fen: n === 17 ? 6_800_000 : 120_000 }));
    for (let seed = 0; seed < 50; seed += 1) {
      const sample = drawSample(String(seed), claims);
      expect(sample).toContain("claim-17");
      expect(sample.length).toBeGreaterThanOrEqual(4);
      expect(sample.length).toBeLessThanOrEqual(5);
    }
  });

  it("leaves out the one that no longer holds, and says why", async () => {
    const { ids, personIds } = await confirmedClaims(3);
    const batch = (await draw(first, 1, ids)).body;
    await openAll(first, batch);
    await app.services.database
      .insertInto("person_fact")
      .values({
        person_id: personIds[0] ?? "",
        kind: "pension",
        value: JSON.stringify({ from: "2020-01-01", to: null, monthlyPension: true }),
        source: "社保中心",
        replaces: null,
        reason: null,
        recorded_by: null,
      })
      .execute();
    expect((await pass(first, batch)).body).toMatchObject({ passed: 2, left: [{ code: "not-granted" }] });
  });

  it("two claims of one person in one batch: the second sees the first", async () => {
    const place = await aTrainingPlace(app);
    const later = await aTrainingPlace(app, { startsOn: "2020-02-03" });
    const learner = await anEntitledLearner(app, place);
    const repeat = await anEntitledLearner(app, later, { personId: learner.personId });
    await app.work((context) => prepareClaims(context, [learner.certificateId, repeat.certificateId]));
    const claims = await app.services.database
      .selectFrom("claim")
      .select("id")
      .where("person_id", "=", learner.personId)
      .execute();
    const ids = claims.map((row) => row.id);
    const client = await app.as("learner", { personId: learner.personId });
    for (const id of ids) await client.post(`/api/v1/claims/${id}/confirmation`);
    for (const [officer, round] of [
      [first, 1],
      [second, 2],
    ] as const) {
      const batch = (await draw(officer, round, ids)).body;
      await openAll(officer, batch);
      const passing = await pass(officer, batch);
      expect(passing.body.passed).toBe(round === 1 ? 2 : 1);
      if (round === 2) expect(passing.body.left).toMatchObject([{ code: "no-longer-granted" }]);
    }
  });

  it("takes no claim with an open objection, and none of another round", async () => {
    const { ids } = await confirmedClaims(2);
    const passed = await aClaim(app, { state: "first-passed" });
    expect(await draw(first, 1, [...ids, passed.id])).toMatchObject({ status: 409, body: { code: "not-batchable" } });
  });
});
