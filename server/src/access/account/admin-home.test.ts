import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../test/index.ts";

interface Home {
  counts: Record<string, number>;
  databaseMs: number;
  trial: boolean;
}

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

it("counts accounts, and those waiting for their first password", async () => {
  const admin = await app.as("admin");
  const home = async () => (await admin.get<Home>("/api/v1/admin/home")).body;
  const before = await home();
  await admin.post("/api/v1/accounts", { username: "ledger-one", name: "新财务", role: "finance", region: "320682" });
  const after = await home();
  expect(after.counts["accounts"]).toBe((before.counts["accounts"] ?? 0) + 1);
  expect(after.counts["unclaimed"]).toBe((before.counts["unclaimed"] ?? 0) + 1);
  expect(after.databaseMs).toBeGreaterThanOrEqual(0);
});
