import { afterAll, beforeAll, expect, it } from "vitest";
import { aClaim, anOrganisation, createTestApp, type TestApp } from "../../test/index.ts";
import { lockClaim } from "./claim-record.ts";
import { tellRedecided } from "./tell-redecided.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-04-10T10:00:00+08:00" });
});
afterAll(() => app.close());

it("tells the organisation whose claim was decided again, with the way to it", async () => {
  const organisationId = await anOrganisation(app);
  const { id } = await aClaim(app, { organisationId, state: "submitted" });
  await app.work(async (context) => {
    await tellRedecided(context, await lockClaim(context.db, id), "应补发 600 元，已备好补发的申请，请确认");
  });
  const school = await app.as("institution", { organisationId });
  const { body } = await school.get<{ rows: object[] }>("/api/v1/me/messages");
  expect(body.rows).toMatchObject([
    { template: "claim-redecided", subject: id, text: expect.stringContaining("应补发 600 元") as string },
  ]);
});
