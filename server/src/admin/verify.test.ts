import { rm, writeFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "../kernel/database.ts";
import { verifyFiles } from "../kernel/verify-files.ts";
import type { Verifier } from "../kernel/module.ts";
import { anOrganisation, createTestApp } from "../test/index.ts";
import { upload } from "../test/upload.ts";
import type { TestApp } from "../test/index.ts";
import { verifiers, verify } from "./verify.ts";

const fine: Verifier = {
  name: "fine",
  async run({ database }) {
    await sql`select 1`.execute(database);
    return { checked: 3, differences: [] };
  },
};
const broken: Verifier = {
  name: "broken",
  async run({ database }) {
    await sql`select 1 / 0`.execute(database);
    return { checked: 1, differences: [] };
  },
};
const differing: Verifier = {
  name: "differing",
  run: () => Promise.resolve({ checked: 500, differences: Array.from({ length: 500 }, (_, n) => `no. ${n}`) }),
};

describe("verify", () => {
  let app: TestApp;
  beforeAll(async () => (app = await createTestApp()));
  afterAll(() => app.close());

  it("passes on a platform that nobody has meddled with", async () => {
    const report = await verify(app.services);
    expect(report.checks.filter((check) => !check.ok)).toEqual([]);
    expect(report.checks.map((check) => check.name)).toEqual(verifiers.map((verifier) => verifier.name));
  });

  it("goes on after a verifier that cannot run, and fails", async () => {
    const report = await verify(app.services, [broken, fine]);
    expect(report.ok).toBe(false);
    expect(report.checks).toMatchObject([
      { name: "broken", ok: false, differences: ["无法核对：division by zero"] },
      { name: "fine", ok: true, checked: 3 },
    ]);
  });

  it("takes any difference for a failure, and reports the first hundred", async () => {
    const report = await verify(app.services, [differing]);
    expect(report.ok).toBe(false);
    expect(report.checks[0]).toMatchObject({ checked: 500, differing: 500 });
    expect(report.checks[0]?.differences).toHaveLength(100);
  });

  it("cannot write", async () => {
    const writing: Verifier = {
      name: "writing",
      async run({ database }) {
        await sql`create table meddled (n int)`.execute(database);
        return { checked: 1, differences: [] };
      },
    };
    const report = await verify(app.services, [writing]);
    expect(JSON.stringify(report)).toContain("read-only transaction");
  });

  it("names a kept file that is missing or altered, and reads one that several records name once", async () => {
    const organisationId = await anOrganisation(app);
    const clerk = await app.as("institution", { organisationId });
    const paper = async (n: number) => {
      const content = `%PDF-1.4\n% ${n}\n%%EOF\n`;
      const { body } = await upload<{ id: string }>(clerk, "/api/v1/papers?kind=rules", { name: "制度.pdf", content });
      const found = await app.services.database
        .selectFrom("stored_file")
        .select("sha256")
        .where("id", "=", body.id)
        .executeTakeFirstOrThrow();
      return { id: body.id, path: app.services.files.pathOf(found.sha256) };
    };
    const [kept, altered, missing] = [await paper(1), await paper(2), await paper(3)];
    const before = await verify(app.services, [verifyFiles]);
    expect(before.checks).toMatchObject([{ ok: true, checked: 3 }]);
    await writeFile(altered.path, "别的内容");
    await rm(missing.path);
    const { checks } = await verify(app.services, [verifyFiles]);
    expect(checks[0]?.differences.toSorted()).toEqual(
      [
        `rules ${altered.id}: the content of the file was altered`,
        `rules ${missing.id}: the file is missing`,
      ].toSorted(),
    );
    expect(JSON.stringify(checks)).not.toContain(kept.id);
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
    expect(report.checks.find((check) => check.name === "审计链")?.ok).toBe(false);
  });
});
