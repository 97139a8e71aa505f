import { get } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { readSheetBytes } from "./sheets.ts";
import { createTestApp, type TestApp } from "../test/index.ts";
import { sql } from "./database.ts";
import { exportOf } from "./export-list.ts";
import { countWithFirstPage } from "./list-count.ts";
import { operation } from "./operation.ts";
import { pageOf } from "./shapes.ts";
import { byText, type Placed, sortable } from "./sorting.ts";

const ROWS = 2_500;
const ORDER = sortable({ columns: { kind: byText("t.kind") }, unique: byText("t.kind"), usual: "kind" });
/** Called before each page is read. */
let between: (page: number) => Promise<unknown> = async () => {};
let pages = 0;
let counts: (number | undefined)[] = [];

const listTasks = operation({
  method: "GET",
  path: "/api/v1/test-tasks",
  summary: "测试用列表",
  permission: { public: true },
  query: ORDER.query,
  output: pageOf(z.object({ kind: z.string(), total: z.number() })),
  async run({ db }, { query }) {
    pages += 1;
    await between(pages);
    const page = ORDER.page(query);
    const cut = await page.read(
      db,
      sql<Placed<{ kind: string; total: number }>>`select t.kind, t.total, ${page.place} from long_task t
        where ${page.beyond} order by ${page.order} limit ${page.limit}`,
    );
    const counted = await countWithFirstPage(db, query, sql`long_task t`);
    counts.push(counted.total);
    return { ...cut, ...counted };
  },
});
const exportTasks = exportOf(listTasks, {
  title: "测试用列表",
  columns: [
    { header: "种类", value: (row) => row.kind },
    { header: "总数", kind: "number", value: (row) => row.total },
  ],
});

let app: TestApp;
let owner: pg.Client;
beforeAll(async () => {
  app = await createTestApp({ operations: { tasks: { list: listTasks, export: exportTasks } } });
  owner = new pg.Client({ connectionString: app.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await app.close();
});

beforeEach(async () => {
  pages = 0;
  counts = [];
  between = async () => {};
  const { database } = app.services;
  await sql`delete from long_task`.execute(database);
  await sql`insert into long_task (kind, input, total) select 'k' || to_char(n, 'fm0000'), '{}', 1 from generate_series(1, ${ROWS}::int) n`.execute(
    database,
  );
});

/** Transactions that stand open: only the owner sees what others do. */
async function open(): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()`);
  return rows[0]?.n ?? 0;
}
async function closed(): Promise<number> {
  for (let tries = 0; tries < 100 && (await open()) > 0; tries += 1) await new Promise((done) => setTimeout(done, 50));
  return open();
}

describe("a list that is read whole", () => {
  test("is what it was at one moment, whatever is changed meanwhile", async () => {
    between = async (page) => {
      if (page !== 2) return;
      await sql`update long_task set total = 2`.execute(app.services.database);
      await sql`delete from long_task where kind > 'k2000'`.execute(app.services.database);
      await sql`insert into long_task (kind, input) values ('k0000', '{}'), ('k9999', '{}')`.execute(
        app.services.database,
      );
    };
    const { rawPayload, statusCode } = await app.anonymous.inject({
      method: "GET",
      url: "/api/v1/test-tasks/export?sort=-kind",
    });
    expect(statusCode).toBe(200);
    const text = { required: true, parse: (cell: string) => ({ ok: true as const, value: cell }) };
    const { rows } = await readSheetBytes(rawPayload, {
      kind: { header: "种类", ...text },
      total: { header: "总数", ...text },
    });
    expect(rows.map(({ values }) => values.kind)).toEqual(
      Array.from({ length: ROWS }, (_, at) => `k${String(ROWS - at).padStart(4, "0")}`),
    );
    expect(new Set(rows.map(({ values }) => values.total))).toEqual(new Set(["1"]));
    expect(await open()).toBe(0);
  });

  test("is never counted, and a page read by itself only with the first one", async () => {
    await app.anonymous.inject({ method: "GET", url: "/api/v1/test-tasks/export" });
    expect(counts).toEqual([undefined, undefined, undefined]);
    counts = [];
    const { body } = await app.anonymous.get<{ nextCursor: string }>("/api/v1/test-tasks?limit=200");
    await app.anonymous.get(`/api/v1/test-tasks?limit=200&cursor=${body.nextCursor}`);
    expect(counts).toEqual([ROWS, undefined]);
  });

  test("is refused in words when it can't be read, and leaves no transaction", async () => {
    between = () => sql`select 1 / 0`.execute(app.services.database);
    expect((await app.anonymous.get("/api/v1/test-tasks/export")).status).toBe(500);
    expect(await open()).toBe(0);
  });

  test.each([
    ["before its answer begins", 1],
    ["in the middle", 2],
  ])("ends with whoever goes away %s", async (_when, page) => {
    const reached = Promise.withResolvers<void>();
    const gone = Promise.withResolvers<void>();
    between = async (current) => {
      if (current !== page) return;
      reached.resolve();
      await gone.promise;
    };
    await app.app.listen({ port: 0, host: "127.0.0.1" }).catch(() => {});
    const { port } = app.app.server.address() as AddressInfo;
    const request = get({ port, path: "/api/v1/test-tasks/export" });
    request.on("error", () => {});
    request.on("response", (response) => response.on("error", () => {}).resume());
    await reached.promise;
    const standing = await open();
    const left = new Promise((done) => request.once("close", done));
    request.destroy();
    await left;
    // The server has heard of it before it is asked to go on.
    await new Promise((done) => setTimeout(done, 50));
    gone.resolve();
    expect(standing).toBe(1);
    expect(await closed()).toBe(0);
    expect(pages).toBeLessThan(3 + page - 1);
  });
});
