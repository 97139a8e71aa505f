import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createTestApp, type TestApp } from "../test/index.ts";
import { sql } from "./database.ts";
import { operation } from "./operation.ts";

/** Two statements with a pause between them, so that a connection can die in the middle of the transaction. */
const slowNote = operation({
  method: "POST",
  path: "/api/v1/test-slow-notes",
  summary: "慢慢写一条",
  permission: { public: true },
  output: z.object({ ok: z.literal(true) }),
  async run(context) {
    await context.db.insertInto("long_task").values({ kind: "slow", input: "{}" }).execute();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await sql`select 1`.execute(context.db);
    return { ok: true as const };
  },
});

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ operations: { slowNotes: { add: slowNote } } });
});
afterAll(() => app.close());

test("connections that die in the middle of transactions cost a 503 each, no acknowledged write and no process", async () => {
  const owner = new pg.Client({ connectionString: app.ownerUrl });
  await owner.connect();
  const stop = new AbortController();
  const statuses = new Map<number, number>();
  const writer = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      const { status } = await app.anonymous.post("/api/v1/test-slow-notes", {});
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  const writers = Array.from({ length: 6 }, writer);
  for (let strike = 0; strike < 10; strike += 1) {
    await owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'jinengtong' and pid <> pg_backend_pid()",
    );
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  stop.abort();
  await Promise.all(writers);
  const { rows } = await owner.query<{ n: number }>("select count(*)::int as n from long_task where kind = 'slow'");
  await owner.end();
  expect([...statuses.keys()].toSorted()).toEqual([200, 503]);
  expect(rows[0]?.n).toBeGreaterThanOrEqual(statuses.get(200) ?? 0);
  expect((await app.anonymous.post("/api/v1/test-slow-notes", {})).status).toBe(200);
});
