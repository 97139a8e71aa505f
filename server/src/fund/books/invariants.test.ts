import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "../../kernel/database.ts";
import { COUNTY, createTestApp, type TestApp } from "../../test/index.ts";
import { ledgerVerifier } from "./invariants.ts";
import { book, openSource } from "./ledger.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-01T02:00:00Z" });
  await app.work(async (context) => {
    const sourceId = await openSource(context, {
      code: "S-1",
      name: "示例专项资金",
      region: COUNTY,
      openedOn: "2020-01-01",
      drawOrder: 1,
    });
    const common = { sourceId, amountFen: 500, postedOn: "2020-06-01", note: "测试" };
    await book(context, [
      { ...common, movement: "quota-issued", key: randomUUID() },
      { ...common, movement: "funded", key: randomUUID() },
    ]);
  });
});
afterAll(() => app.close());

/** Changes rows with all guards off, checks, and rolls back. */
const lookAfter = async (...statements: string[]): Promise<string> => {
  let found = "";
  await app.services.database
    .transaction()
    .execute(async (db) => {
      await sql`reset role`.execute(db);
      await sql`set local session_replication_role = replica`.execute(db);
      for (const statement of statements) await sql.raw(statement).execute(db);
      found = (await ledgerVerifier.run({ ...app.services, database: db })).differences.join("\n");
      throw new Error("undo");
    })
    .catch(() => {});
  await sql`set role jinengtong_app`.execute(app.services.database);
  return found;
};

describe("the check of the ledger", () => {
  it("finds nothing where nothing is wrong", async () => {
    expect((await ledgerVerifier.run(app.services)).differences).toEqual([]);
  });
  it.each([
    [
      "a changed amount",
      "update ledger_posting set amount_fen = amount_fen + 1 where id = (select max(id) from ledger_posting)",
      "分录不平",
    ],
    ["a removed posting", "delete from ledger_posting where id = (select max(id) from ledger_posting)", "分录不平"],
    [
      "an entry without postings",
      "delete from ledger_posting where entry_id = (select entry_id from ledger_posting order by id desc limit 1)",
      "分录无明细",
    ],
    [
      "a touched total",
      "update ledger_total set total_fen = total_fen + 1 where account_id = (select account_id from ledger_total limit 1)",
      "余额与明细不符",
    ],
    [
      "both lines of an entry doubled",
      "update ledger_posting set amount_fen = amount_fen * 2 where entry_id = (select entry_id from ledger_posting order by id desc limit 1)",
      "余额与明细不符",
    ],
    [
      "a reservation nobody asked for",
      "update ledger_posting set account_id = a.id from ledger_account a, ledger_account b where ledger_posting.account_id = b.id and b.code = 'available' and a.source_id = b.source_id and a.code = 'reserved'",
      "预留与待付申领不符",
    ],
  ])("finds %s", async (_name, statement, said) => {
    expect(await lookAfter(statement)).toContain(said);
  });
});
