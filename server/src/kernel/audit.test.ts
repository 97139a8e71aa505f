import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../test/index.ts";
import { sealAudit, verifyAudit, writeAudit } from "./audit.ts";
import { sql } from "./database.ts";
import { handOutHead } from "./hand-out-head.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const write = (count: number) =>
  app.work(async (context) => {
    for (let n = 0; n < count; n += 1) {
      context.audit({ kind: "claim", id: `c-${n}`, detail: { b: 2, a: [1, "二"] } });
      await writeAudit(context, "POST /api/v1/claims");
    }
  });

describe("the audit chain", () => {
  it("holds over all rows, whenever they were sealed", async () => {
    await write(5);
    expect(await sealAudit(app.services)).toBe(5);
    await write(3);
    expect(await sealAudit(app.services)).toBe(3);
    expect(await sealAudit(app.services)).toBe(0);
    expect(await verifyAudit(app.services)).toEqual({ checked: 8, differences: [] });
  });

  it("seals once when several processes try together", async () => {
    await write(40);
    const sealed = await Promise.all([1, 2, 3, 4].map(() => sealAudit(app.services)));
    expect(sealed.reduce((sum, n) => sum + n, 0)).toBe(40);
    expect((await verifyAudit(app.services)).differences).toEqual([]);
  });

  it.each([
    ["update audit_log set operation = 'x' where id = 2"],
    ["delete from audit_log where id = 2"],
    ["update audit_seal set hash = '\\x00' where seq = 1"],
    ["truncate audit_seal"],
  ])("is closed to the platform and its owner: %s", async (statement) => {
    await expect(sql.raw(statement).execute(app.services.database)).rejects.toThrow();
    await expect(
      app.services.database.connection().execute(async (db) => {
        await sql`reset role`.execute(db);
        await sql
          .raw(statement)
          .execute(db)
          .finally(() => sql`set role jinengtong_app`.execute(db));
      }),
    ).rejects.toThrow(/append-only/);
  });

  it.each([
    ["an altered row", "update audit_log set subject_id = 'c-other' where id = 3", /3/],
    ["a missing row", "delete from audit_log where id = 4", /4/],
    ["a cut chain", "delete from audit_seal where seq = (select max(seq) - 1 from audit_seal)", /链/],
  ])("shows %s even where triggers were switched off", async (_name, statement, said) => {
    await app.services.database
      .transaction()
      .execute(async (db) => {
        await sql`reset role`.execute(db);
        await sql`set local session_replication_role = replica`.execute(db);
        await sql.raw(statement).execute(db);
        const { differences } = await verifyAudit({ ...app.services, database: db });
        expect(differences.join()).toMatch(said);
        throw new Error("undo");
      })
      .catch((error: unknown) => {
        if (!(error instanceof Error) || error.message !== "undo") throw error;
      });
    await sql`set role jinengtong_app`.execute(app.services.database);
  });

  it.each([
    [
      "its newest rows",
      "delete from audit_seal where seq > 2; delete from audit_log where id not in (select audit_id from audit_seal)",
      /末尾被截去/,
    ],
    ["everything", "delete from audit_seal; delete from audit_log", /末尾被截去/],
    [
      "everything with the heads kept here",
      "delete from audit_seal; delete from audit_log; delete from audit_head",
      /末尾被截去/,
    ],
    [
      "nothing, but an old row written in again",
      `insert into audit_log (at, account_id, role, operation, subject_kind, subject_id, organisation_id, region, detail, request_id, mac, nonce)
       select at, account_id, role, operation, subject_kind, subject_id, organisation_id, region, detail, request_id, mac, nonce from audit_log where id = 1`,
      /重复写入/,
    ],
  ])("that lost %s doesn't pass a head that was handed out", async (_name, statements, said) => {
    await write(2);
    const head = (await handOutHead(app.services)) ?? "";
    expect((await verifyAudit(app.services, [head])).differences).toEqual([]);
    await app.services.database
      .transaction()
      .execute(async (db) => {
        await sql`reset role`.execute(db);
        await sql`set local session_replication_role = replica`.execute(db);
        for (const statement of statements.split(";")) await sql.raw(statement).execute(db);
        const { config: _none, ...elsewhere } = { ...app.services, database: db };
        expect((await verifyAudit(elsewhere, [head])).differences.join()).toMatch(said);
        expect((await verifyAudit({ ...app.services, database: db })).differences.join()).toMatch(said);
        throw new Error("undo");
      })
      .catch((error: unknown) => {
        if (!(error instanceof Error) || error.message !== "undo") throw error;
      });
    await sql`set role jinengtong_app`.execute(app.services.database);
  });

  it("doesn't take a head that it never signed", async () => {
    const head = (await handOutHead(app.services)) ?? "";
    const forged = head.replace(/^JNT-AUDIT-\d+/, "JNT-AUDIT-1");
    expect((await verifyAudit(app.services, [forged])).differences.join()).toContain("不是本平台签发的");
    expect((await verifyAudit(app.services, [` ${head.slice(0, 60)}\n${head.slice(60)} `])).differences).toEqual([]);
  });
});
