import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../test/index.ts";
import { sealAudit, verifyAudit, writeAudit } from "./audit.ts";
import { sql } from "./database.ts";

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
});
