import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "../kernel/database.ts";
import { createTestApp } from "../test/index.ts";
import type { TestApp } from "../test/index.ts";
import { checkers, verify } from "./verify.ts";
import type { Checker } from "./verify.ts";

const fine: Checker = {
  name: "fine",
  async run(db) {
    await sql`select 1`.execute(db);
    return { ok: true, checked: 3, differences: [] };
  },
};
const broken: Checker = {
  name: "broken",
  async run(db) {
    await sql`select 1 / 0`.execute(db);
    return { ok: true, checked: 1, differences: [] };
  },
};
const differing: Checker = {
  name: "differing",
  run: () => Promise.resolve({ ok: true, checked: 500, differences: Array.from({ length: 500 }, (_, n) => ({ n })) }),
};

describe("verify", () => {
  let app: TestApp;
  beforeAll(async () => (app = await createTestApp()));
  afterAll(() => app.close());

  it("passes on a platform that nobody has meddled with", async () => {
    const report = await verify(app.services);
    expect(report.checks.filter((check) => !check.ok)).toEqual([]);
    expect(report.checks.map((check) => check.name)).toEqual(checkers.map((checker) => checker.name));
  });

  it("goes on after a checker that cannot run, and fails", async () => {
    const report = await verify(app.services, [broken, fine]);
    expect(report.ok).toBe(false);
    expect(report.checks).toMatchObject([
      { name: "broken", ok: false, differences: [{ error: "division by zero" }] },
      { name: "fine", ok: true, checked: 3 },
    ]);
  });

  it("takes any difference for a failure, and reports the first hundred", async () => {
    const report = await verify(app.services, [differing]);
    expect(report.ok).toBe(false);
    expect(report.checks[0]?.differences).toHaveLength(100);
  });

  it("cannot write", async () => {
    const writing: Checker = {
      name: "writing",
      async run(db) {
        await sql`create table meddled (n int)`.execute(db);
        return { ok: true, checked: 1, differences: [] };
      },
    };
    const report = await verify(app.services, [writing]);
    expect(JSON.stringify(report)).toContain("read-only transaction");
  });

  it("finds an audit row that was altered behind the platform's back", async () => {
    const keys = { ...app.services, auditKey: Buffer.alloc(32, 7) };
    await app.as("admin");
    await app.services.database
      .insertInto("audit_log")
      .values({
        account_id: null,
        role: null,
        operation: "forged",
        subject_kind: null,
        subject_id: null,
        organisation_id: null,
        region: null,
        detail: "{}",
        request_id: null,
        mac: Buffer.alloc(32),
      })
      .execute();
    const report = await verify(keys);
    expect(report.checks.find((check) => check.name === "audit-chain")?.ok).toBe(false);
  });
});
