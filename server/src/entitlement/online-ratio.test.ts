import { afterAll, beforeAll, expect, it } from "vitest";
import {
  aLocalParameter,
  aPreparedClaim,
  aTrainingPlace,
  createTestApp,
  type TestApp,
  watched,
} from "../test/index.ts";

const PLAN = {
  name: "电工五级第二期",
  policyId: "rugao-2019",
  benefit: "unemployed-training",
  occupation: "6-31-01-03",
  level: 5,
  contentKind: "occupation",
  town: "320682001",
  startsOn: "2020-06-01",
  endsOn: "2020-06-30",
  capacity: 30,
};

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-04-10T10:00:00+08:00" });
  delete app.services.house.offers.reservation;
});
afterAll(() => app.close());

it("a county's own share is that of classes filed from then on; a class filed before keeps its share, and so do its claims", async () => {
  // Two thirds attended, one third online: enough at 0.5, the package's share, too little at 0.1.
  const place = await aTrainingPlace(app, { requiredHours: 60, sessions: 10 });
  await aLocalParameter(app, "onlineHours.ratio", 0.1);

  const institution = await app.as("institution", { organisationId: place.organisationId });
  const drafted = await institution.post<{ id: string }>("/api/v1/classes", PLAN);
  const shown = await institution.get(`/api/v1/classes/${drafted.body.id}`);
  expect(shown.body).toMatchObject({ onlineRatio: 0.1 });

  const { client, claim, enrolmentId, personId } = await aPreparedClaim(app, place);
  await watched(app, { enrolmentId, personId, organisationId: place.organisationId, hours: 20 });
  expect((await client.post(`/api/v1/claims/${claim.id}/confirmation`)).status).toBe(200);
  const seen = await client.get(`/api/v1/claims/${claim.id}`);
  expect(seen.body).toMatchObject({ claim: { state: "submitted" }, decision: { outcome: "granted" } });
});
