import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../test/index.ts";
import { createLimiter } from "./limits.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
  app.setNow("2020-03-02T01:00:00Z");
});
afterAll(() => app.close());

test("a limit holds for calls at one moment, through several processes, and gives room back for what was forgiven", async () => {
  const processes = [createLimiter(), createLimiter()] as const;
  const call = (n: number) => processes[n % 2 === 0 ? 0 : 1].limit("door 203.0.113.8", 20, app.services);
  const results = await Promise.allSettled(Array.from({ length: 50 }, (_, n) => call(n)));
  expect(results.filter((each) => each.status === "fulfilled")).toHaveLength(20);
  // Those refused were counted too, so as many are forgiven before there is room for one.
  await Promise.all(
    Array.from({ length: 50 }, (_, n) => processes[n % 2 === 0 ? 0 : 1].forgive("door 203.0.113.8", app.services)),
  );
  await expect(call(0)).resolves.toBeUndefined();
});
