import { afterAll, beforeAll, expect, it } from "vitest";
import {
  aClaim,
  anEntitledLearner,
  aPreparedClaim,
  aTrainingPlace,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-15T10:00:00+08:00" });
});
afterAll(() => app.close());

interface Own {
  benefits: {
    benefit: string;
    status: string;
    decision: { amountFen?: number };
    missing: { path: string }[];
    claim: { id: string; state: string; amountFen: number } | null;
    left: { per: string; most: number; left: number } | null;
  }[];
}
const own = async (client: TestClient, benefit = "unemployed-training") =>
  (await client.get<Own>("/api/v1/me/entitlements")).body.benefits.find((one) => one.benefit === benefit);

it("a certificate counts as evidence, with the amount", async () => {
  const learner = await anEntitledLearner(app, await aTrainingPlace(app));
  const client = await app.as("learner", { personId: learner.personId });
  expect(await own(client)).toMatchObject({
    status: "eligible",
    decision: { amountFen: 120_000 },
    missing: [],
    claim: null,
  });
});

it("says the same as the claim under way beside it, and its benefit's rules speak again once it has ended", async () => {
  const { client, claim } = await aPreparedClaim(app, await aTrainingPlace(app));
  expect(await own(client)).toMatchObject({
    status: "eligible",
    decision: { amountFen: claim.askedFen },
    claim: { id: claim.id, state: "prepared", amountFen: claim.askedFen },
  });
  await client.post(`/api/v1/claims/${claim.id}/declination`, {});
  expect(await own(client)).toMatchObject({ status: "eligible", claim: null });
});

it("names the claim that was granted before for the same occupation and level", async () => {
  const { personId } = await anEntitledLearner(app, await aTrainingPlace(app));
  const { number } = await aClaim(app, { personId, state: "paid" });
  expect(await own(await app.as("learner", { personId }))).toMatchObject({
    status: "ineligible",
    decision: {
      findings: expect.arrayContaining([
        expect.objectContaining({
          test: "not-repeated",
          because: expect.stringMatching(new RegExp(`不可重复享受（此前的申请：${number}）$`, "u")),
        }),
      ]),
    },
  });
});

it("says how often it may still be had this year", async () => {
  const { personId } = await anEntitledLearner(app, await aTrainingPlace(app));
  const client = await app.as("learner", { personId });
  expect((await own(client))?.left).toEqual({ per: "calendar-year", most: 3, left: 3 });
  await aClaim(app, { personId, state: "paid" });
  expect((await own(client))?.left).toEqual({ per: "calendar-year", most: 3, left: 2 });
  expect((await own(client, "degree-award"))?.left).toBeNull();
});
