import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { generateCounty } from "./demo/index.ts";
import type { Role } from "./kernel/actor.ts";
import { sql } from "./kernel/database.ts";
import type { AnyOperation } from "./kernel/operation.ts";
import { encodeCursor } from "./kernel/shapes.ts";
import { orderOf } from "./kernel/sorting.ts";
import { operations } from "./modules.ts";
import { scanForAnomalies } from "./oversight/index.ts";
import { createTestApp, fillThinLists, type TestApp, type TestClient } from "./test/index.ts";

/**
 * Invariants of every list: it sorts by its columns, pages without losing or repeating a row, and can be exported as a workbook.
 */

const ORDER_IS_THE_POINT = "证据按形成的先后读，换一种顺序就看不出经过";
const TRACE_PRINTS = "一笔钱的全部证据在一页上，直接打印";
const OWN = "本人自己的少量记录，在手机上按时间读";
const EXEMPT: Record<string, { sort?: string; export?: string }> = {
  "GET /api/v1/me/claims": { sort: OWN, export: OWN },
  "GET /api/v1/me/messages": { sort: OWN, export: OWN },
  "GET /api/v1/trace/classes/:id": { sort: ORDER_IS_THE_POINT, export: "花名册、补贴申请各有自己的导出" },
  "GET /api/v1/trace/claims/:id": { sort: ORDER_IS_THE_POINT, export: TRACE_PRINTS },
  "GET /api/v1/trace/payments/:id": { sort: ORDER_IS_THE_POINT, export: TRACE_PRINTS },
  "GET /api/v1/trace/enrolments/:id/attendance": { sort: ORDER_IS_THE_POINT, export: "考勤表有自己的导出" },
  "GET /api/v1/trace/enrolments/:id/watch": { sort: ORDER_IS_THE_POINT, export: "学习进度有自己的导出" },
  "POST /api/v1/people/search": {
    sort: "按姓名开头查找，只有少数几人",
    export: "不提供成批带走个人信息的口子",
  },
  "GET /api/v1/statistics/rows": {
    sort: "同一人的记录排在一起，人次与人才对得上；一百万行不按别的列排",
  },
};

const pageShape = (shape: unknown): boolean =>
  shape instanceof z.ZodObject && "rows" in shape.shape && "nextCursor" in shape.shape;
/** Path of the page in an operation's answer; undefined: not a list; "": the whole answer. */
function pageIn({ output }: AnyOperation): string | undefined {
  if (pageShape(output)) return "";
  if (!(output instanceof z.ZodObject)) return undefined;
  return Object.keys(output.shape).find((name) => pageShape(output.shape[name]));
}
const lists = [...operations.values()].filter((op) => pageIn(op) !== undefined);
const nameOf = (op: AnyOperation): string => `${op.method} ${op.path}`;
const sorted = lists.flatMap((op) => {
  const order = orderOf(op.query);
  return order === undefined ? [] : [{ op, order }];
});

describe("every list", () => {
  it.each(lists.map((op) => [nameOf(op), op] as const))("%s sorts and is exported, or says why not", (name, op) => {
    const exported = [...operations.values()].some(
      (other) => other.method === "GET" && other.path === `${op.path}/export`,
    );
    expect([name, orderOf(op.query) !== undefined || EXEMPT[name]?.sort !== undefined]).toEqual([name, true]);
    expect([name, exported || EXEMPT[name]?.export !== undefined]).toEqual([name, true]);
  });

  it("is excused only where it needs to be", () => {
    expect(Object.keys(EXEMPT).filter((name) => !lists.some((op) => nameOf(op) === name))).toEqual([]);
  });
});

/** Filters that a list requires. */
const ASKS: Record<string, string> = { "/api/v1/fund/sources/:id/entries": "from=2024-01-01&to=2027-12-31" };

type Row = Record<string, unknown>;
const key = (row: Row): string => JSON.stringify(row);

describe("in every order", () => {
  let app: TestApp;
  const clients = new Map<string, TestClient>();
  const parents = new Map<string, string>();

  beforeAll(async () => {
    app = await createTestApp({ now: "2026-03-18T02:00:00Z" });
    await generateCounty(app.services, app.ownerUrl, { people: 600 });
    await scanForAnomalies(app.services);
    const one = async (query: string): Promise<string> =>
      (await sql.raw<{ id: string }>(query).execute(app.services.database)).rows[0]?.id ?? "";
    parents.set(
      "classes",
      await one("select class_id as id from enrolment group by 1 order by count(*) desc, 1 limit 1"),
    );
    parents.set(
      "payment-batches",
      await one("select batch_id as id from payment group by 1 order by count(*) desc, 1 limit 1"),
    );
    const school = await one("select organisation_id as id from teacher group by 1 order by count(*) desc, 1 limit 1");
    parents.set("organisations", school);
    const enterprise = await one("select id from organisation where kind = 'enterprise' order by id limit 1");
    parents.set(
      "fund",
      await one("select source_id as id from ledger_entry group by 1 order by count(*) desc, 1 limit 1"),
    );
    for (const role of ["reviewer", "finance", "auditor", "admin", "security", "department"] as Role[])
      clients.set(role, await app.as(role));
    clients.set("institution", await app.as("institution", { organisationId: school }));
    clients.set("enterprise", await app.as("enterprise", { organisationId: enterprise }));
    clients.set("anonymous", app.anonymous);
    await fillThinLists(app.ownerUrl);
    parents.set("period-returns", await one("select return_id as id from period_return_row limit 1"));
    parents.set("policy-drafts", await one("select id from policy_draft limit 1"));
    parents.set("evaluation-batches", await one("select id from evaluation_batch where number = 'RD2026-90001'"));
    parents.set(
      "pilots",
      await one("select pilot_id as id from pilot_candidate group by 1 order by count(*) desc, 1 limit 1"),
    );
    parents.set("redecisions", await one("select id from redecision order by title limit 1"));
    parents.set("fact-imports", await one("select id from fact_import order by number limit 1"));
  });
  afterAll(() => app.close());

  const addressOf = ({ path }: AnyOperation): string =>
    `${path
      .replace(":id", parents.get(path.split("/")[3] ?? "") ?? "")
      .replace(":code", "education-fund")
      .replace(":period", "2025")}?${ASKS[path] ?? ""}`;

  /** Reads all pages of a list. */
  async function walk(client: TestClient, op: AnyOperation, query: string, limit: number): Promise<Row[]> {
    const address = `${addressOf(op)}&limit=${limit}${query}`;
    const rows: Row[] = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const answer: { status: number; body: Row } = await client.get<Row>(address + (cursor && `&cursor=${cursor}`));
      expect([address, answer.status, answer.body.detail]).toEqual([address, 200, undefined]);
      const place = pageIn(op);
      const page = (place ? answer.body[place] : answer.body) as { rows: Row[]; nextCursor: string | null };
      rows.push(...page.rows);
      expect(rows.length).toBeLessThan(20_000);
      cursor = page.nextCursor;
    }
    return rows;
  }

  /** The account that sees most rows of a list. */
  async function widest(op: AnyOperation): Promise<[TestClient, Row[]]> {
    const roles = "public" in op.permission ? ["anonymous"] : op.permission.roles;
    let best: [TestClient, Row[]] | undefined;
    for (const role of roles) {
      const client = clients.get(role);
      if (client === undefined || (await client.get(addressOf(op))).status === 403) continue;
      const rows = await walk(client, op, "", 200);
      if (best === undefined || rows.length > best[1].length) best = [client, rows];
    }
    return best as [TestClient, Row[]];
  }

  /** Values ascend, and rows without one stand together at one end. */
  async function rising(values: unknown[]): Promise<boolean> {
    const first = values.findIndex((value) => value !== null);
    const last = values.findLastIndex((value) => value !== null);
    const given = values.slice(Math.max(0, first), last + 1);
    if (given.includes(null) || (first > 0 && last < values.length - 1)) return false;
    if (given.every((value) => typeof value === "number" || /^\d{4}-\d\d-\d\d/.test(String(value))))
      return given.every((value, n) => n === 0 || (given[n - 1] as number) <= (value as number));
    // Sort order of words is the database's collation.
    const answer = await sql<{ same: boolean }>`
      select array(select x from unnest(${given}::text[]) x order by x) = ${given}::text[]
        or array(select x from unnest(${given}::text[]) x order by x collate chinese_names) = ${given}::text[] as same`.execute(
      app.services.database,
    );
    return answer.rows[0]?.same === true;
  }

  it.each(sorted.map(({ op, order }) => [nameOf(op), op, order] as const))(
    "%s gives each row once, in order",
    async (name, op, order) => {
      const [client, all] = await widest(op);
      expect([name, all.length > 2]).toEqual([name, true]);
      const everything = all.map(key).toSorted();
      expect(new Set(everything).size).toBe(everything.length);
      for (const column of order.columns) {
        expect([name, Object.keys(all[0] as Row)]).toEqual([name, expect.arrayContaining([column])]);
        for (const sort of [column, `-${column}`]) {
          const rows = await walk(client, op, `&sort=${sort}`, Math.min(200, Math.ceil(all.length / 4)));
          expect([sort, rows.map(key).toSorted()]).toEqual([sort, everything]);
          const values = rows.map((row) => row[column] ?? null);
          expect([name, sort, await rising(sort === column ? values : values.toReversed())]).toEqual([
            name,
            sort,
            true,
          ]);
        }
      }
    },
  );

  it.each(sorted.map(({ op }) => [nameOf(op), op] as const))(
    "%s refuses a cursor that is not of this order",
    async (_name, op) => {
      const [client] = await widest(op);
      for (const values of [
        ["no-such", "2020-01-01", "x"],
        [1, 2, 3],
        ["-", "'; --", ""],
      ]) {
        const answer = await client.get(`${addressOf(op)}&cursor=${encodeCursor(values)}`);
        expect([answer.status, answer.body.code]).toEqual([422, "invalid-cursor"]);
      }
    },
  );
});

describe("every order of a long list", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it.each(
    sorted.flatMap(({ op, order }) =>
      order.large === undefined ? [] : order.columns.map((column) => [nameOf(op), column, order] as const),
    ),
  )("%s by %s reads an index", async (_name, column, order) => {
    const plan = await app.services.database.transaction().execute(async (db) => {
      await sql`set local enable_seqscan = off`.execute(db);
      await sql`set local enable_sort = off`.execute(db);
      await sql`set local enable_incremental_sort = off`.execute(db);
      const found = await sql<{ "QUERY PLAN": string }>`
        explain select 1 from ${sql.raw(order.large as string)} order by ${order.orderBy(column)} limit 1`.execute(db);
      return found.rows.map((row) => row["QUERY PLAN"]).join("\n");
    });
    expect(plan).toMatch(/Index (Only )?Scan/);
    expect(plan).not.toContain("Sort");
  });
});
