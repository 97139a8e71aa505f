import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../test/index.ts";
import { phoneCode } from "../test/phone.ts";
import { cleanUp } from "./clean-up.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-03-02T01:00:00Z" });
});
afterAll(() => app.close());

const left = async () =>
  (
    await app.services.pool.query(
      "select (select count(*)::int from session) as sessions, (select count(*)::int from phone_code) as codes",
    )
  ).rows[0];

test("what ended long ago is removed; what may still be asked about stays", async () => {
  await app.as("reviewer");
  await phoneCode(app, "13800000001");
  app.setNow("2020-03-05T01:00:00Z");
  await cleanUp.run(app.services);
  expect(await left()).toEqual({ sessions: 1, codes: 0 });
  app.setNow("2020-04-05T01:00:00Z");
  await cleanUp.run(app.services);
  expect(await left()).toEqual({ sessions: 0, codes: 0 });
});
