import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../test/database.ts";
import { openDatabase, type Pools } from "./database.ts";

let database: TestDatabase;
let pools: Pools;
beforeAll(async () => {
  database = await createTestDatabase();
  pools = openDatabase(database.url, 2);
});
afterAll(async () => {
  await pools.close();
  await database.drop();
});

const NUMBER = { name: "lane-number", text: "select $1::int as n, current_user as who" };
const ask = async (n: number): Promise<unknown> => (await pools.fastLane.query(NUMBER, [n])).rows[0];

describe("the fast lane", () => {
  it("gives each of many statements at once its own answer, as the restricted role, over a few connections", async () => {
    const answers = await Promise.all(Array.from({ length: 300 }, (_, n) => ask(n)));
    expect(answers).toEqual(Array.from({ length: 300 }, (_, n) => ({ n, who: "jinengtong_app" })));
    const { rows } = await pools.pool.query(
      "select count(*)::int as n from pg_stat_activity where application_name = 'jinengtong' and datname = current_database()",
    );
    expect((rows[0] as { n: number }).n).toBeLessThanOrEqual(5);
  });

  it("refuses a statement that fails, and only that one", async () => {
    const failing = pools.fastLane.query({ name: "lane-division", text: "select 1 / $1::int" }, [0]);
    const others = [ask(1), ask(2), ask(3), ask(4), ask(5)];
    await expect(failing).rejects.toMatchObject({ code: "22012" });
    expect(await Promise.all(others)).toHaveLength(5);
    await expect(
      pools.fastLane.query({ name: "lane-division", text: "select 1 / $1::int" }, [1]),
    ).resolves.toBeDefined();
  });

  it("goes on over new connections where the old ones were cut", async () => {
    await Promise.all(Array.from({ length: 50 }, (_, n) => ask(n)));
    const owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    await owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'jinengtong' and datname = current_database()",
    );
    await owner.end();
    await expect.poll(() => ask(7).catch(() => null)).toMatchObject({ n: 7 });
  });
});
