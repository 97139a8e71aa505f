import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createTestApp, type TestApp } from "../test/index.ts";
import { sql } from "./database.ts";
import { exportOf } from "./export-list.ts";
import { operation } from "./operation.ts";
import { pageOf } from "./shapes.ts";
import { byText, type Placed, sortable } from "./sorting.ts";

const EXPORTS_AT_ONCE = 4;
const ORDER = sortable({ columns: { kind: byText("t.kind") }, unique: byText("t.kind"), usual: "kind" });

let begun = 0;
const go = Promise.withResolvers<void>();

const listTasks = operation({
  method: "GET",
  path: "/api/v1/test-tasks",
  summary: "测试用列表",
  permission: { public: true },
  query: ORDER.query,
  output: pageOf(z.object({ kind: z.string() })),
  async run({ db, services }, { query }) {
    if (db !== services.database) {
      begun += 1;
      await go.promise;
    }
    const page = ORDER.page(query);
    return page.read(
      db,
      sql<Placed<{ kind: string }>>`select t.kind, ${page.place} from long_task t
        where ${page.beyond} order by ${page.order} limit ${page.limit}`,
    );
  },
});
const exportTasks = exportOf(listTasks, {
  title: "测试用列表",
  columns: [{ header: "种类", value: (row) => row.kind }],
});

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ operations: { tasks: { list: listTasks, export: exportTasks } } });
});
afterAll(() => app.close());

describe("pages and long work", () => {
  it("wait in queues of their own: pages are answered while exports stand, and further exports wait for those before", async () => {
    const exported = Array.from({ length: EXPORTS_AT_ONCE + 2 }, () =>
      app.anonymous.inject({ method: "GET", url: "/api/v1/test-tasks/export" }),
    );
    await expect.poll(() => begun, { timeout: 30_000 }).toBe(EXPORTS_AT_ONCE);
    const pages = await Promise.all(Array.from({ length: 20 }, () => app.anonymous.get("/api/v1/test-tasks?limit=1")));
    expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200));
    expect(begun).toBe(EXPORTS_AT_ONCE);
    go.resolve();
    const done = await Promise.all(exported);
    expect(done.map(({ statusCode }) => statusCode)).toEqual(done.map(() => 200));
    expect(begun).toBe(exported.length);
  });

  it("learners' pages and beats are served while long statements hold every connection of the pool", async () => {
    const { pool, lookups, writes } = app.services;
    const held = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
    const ended: string[] = [];
    const long = pool.query("select 1").then(() => ended.push("a statement that waits for the pool"));
    const statement = { name: "two-queues", text: "select 1 as place from unnest($1::int[])" };
    for (const lane of [lookups, writes]) {
      await lane.one(statement, [1]);
      ended.push("a page");
    }
    for (const client of held) client.release();
    await long;
    expect(ended).toEqual(["a page", "a page", "a statement that waits for the pool"]);
  });
});
