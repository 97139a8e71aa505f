import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../test/index.ts";
import { phoneCode } from "../test/phone.ts";
import { forgetKeys } from "../kernel/idempotency.ts";
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

test("answers kept for repeated calls are forgotten after thirty days", async () => {
  app.setNow("2020-04-05T01:00:00Z");
  const keep = (key: string, at: string) =>
    app.services.database
      .insertInto("idempotency_key")
      .values({
        owner: "ip:::1",
        key,
        operation: "POST /x",
        request_hash: Buffer.alloc(32),
        status: 200,
        response: null,
        created_at: new Date(at),
      })
      .execute();
  await keep("old", "2020-03-05T00:00:00Z");
  await keep("young", "2020-03-07T00:00:00Z");
  await forgetKeys.run(app.services);
  const kept = await app.services.pool.query("select key from idempotency_key where owner = 'ip:::1'");
  expect(kept.rows).toEqual([{ key: "young" }]);
});
