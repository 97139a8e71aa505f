import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "../../kernel/database.ts";
import { createTestApp, type TestApp, type TestClient } from "../../test/index.ts";

let app: TestApp;
let admin: TestClient;
beforeAll(async () => {
  app = await createTestApp();
  admin = await app.as("admin");
});
afterAll(() => app.close());

interface Jobs {
  counts: Record<string, number>;
  jobs: { id: string; name: string; state: string; attempts: number; lastError: string | null }[];
}
const retry = (id: string, by = admin) => by.post(`/api/v1/jobs/${id}/retry`);
const jobs = async (): Promise<Jobs> => (await admin.get<Jobs>("/api/v1/jobs")).body;

describe("background work", () => {
  it("is seen while it waits, without what it is about", async () => {
    await sql`select enqueue('on:send-texts', '{"personId":"secret"}'::json)`.execute(app.services.database);
    const seen = await jobs();
    expect(seen.counts.waiting).toBeGreaterThan(0);
    expect(seen.jobs.some((job) => job.name === "发送短信" && job.state === "waiting")).toBe(true);
    expect(JSON.stringify(seen)).not.toContain("secret");
  });

  it("that fails waits for its next try, and is tried again when asked; what has not failed is not", async () => {
    await sql`select enqueue('on:roster-import', '{"taskId":"nobody"}'::json)`.execute(app.services.database);
    await app.drain();
    const failed = (await jobs()).jobs.find((job) => job.name === "花名册导入");
    expect(failed).toMatchObject({ state: "retrying", attempts: 1 });
    expect(failed?.lastError).toBeTruthy();
    expect((await retry(failed?.id ?? "0", await app.as("security"))).status).toBe(403);
    expect((await retry(failed?.id ?? "0")).status).toBe(200);
    expect((await jobs()).jobs.find((job) => job.id === failed?.id)).toMatchObject({ state: "waiting", attempts: 0 });
    expect((await retry(failed?.id ?? "0")).body.code).toBe("job-not-waiting");
    expect((await retry("999999999")).body.code).toBe("job-not-waiting");
    expect((await retry("x")).status).toBe(422);
  });
});
