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

const NUMBER = { name: "lookup-number", text: "select $1::int as n, current_user as who" };
const ask = async (n: number): Promise<unknown> => (await pools.lookups.query(NUMBER, [n])).rows[0];

describe("batched lookups", () => {
  it("gives each of many statements at once its own answer, as the restricted role, over a few connections", async () => {
    const answers = await Promise.all(Array.from({ length: 300 }, (_, n) => ask(n)));
    expect(answers).toEqual(Array.from({ length: 300 }, (_, n) => ({ n, who: "jinengtong_app" })));
    const { rows } = await pools.pool.query(
      "select count(*)::int as n from pg_stat_activity where application_name = 'jinengtong' and datname = current_database()",
    );
    expect((rows[0] as { n: number }).n).toBeLessThanOrEqual(5);
  });

  it("refuses a statement that fails, and only that one", async () => {
    const failing = pools.lookups.query({ name: "lookup-division", text: "select 1 / $1::int" }, [0]);
    const others = [ask(1), ask(2), ask(3), ask(4), ask(5)];
    await expect(failing).rejects.toMatchObject({ code: "22012" });
    expect(await Promise.all(others)).toHaveLength(5);
    await expect(
      pools.lookups.query({ name: "lookup-division", text: "select 1 / $1::int" }, [1]),
    ).resolves.toBeDefined();
  });

  it("asks for many keys in few statements and gives each its own row, or none", async () => {
    const double = {
      name: "lookup-double",
      text: `select k.place::int, 2 * k.n as twice
        from unnest($1::int[]) with ordinality k (n, place) where k.n % 7 <> 0`,
    };
    const keys = Array.from({ length: 500 }, (_, n) => n);
    const answers = await Promise.all(keys.map((n) => pools.lookups.one<{ twice: number }>(double, [n])));
    expect(answers.map((row) => row?.twice)).toEqual(keys.map((n) => (n % 7 === 0 ? undefined : 2 * n)));
    const single = await pools.lookups.one<{ twice: number }>(double, [3]);
    expect(single?.twice).toBe(6);
  });

  it("refuses a key that fails, and no other of its statement", async () => {
    const division = {
      name: "lookup-divisions",
      text: "select k.place::int, 12 / k.n as share from unnest($1::int[]) with ordinality k (n, place)",
    };
    const asked = [1, 0, 3].map((n) => pools.lookups.one<{ share: number }>(division, [n]));
    const settled = await Promise.allSettled(asked);
    expect(settled).toMatchObject([
      { value: { share: 12 } },
      { status: "rejected", reason: { code: "22012" } },
      { value: { share: 4 } },
    ]);
  });

  it("refuses one of many writes of a statement, and keeps every other", async () => {
    const owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    await owner.query("create table beat_trial (n int primary key); grant all on beat_trial to jinengtong_app");
    const statement = {
      name: "beat-trial",
      text: `with kept as (insert into beat_trial select 12 / k.n from unnest($1::int[]) k (n) returning n)
        select k.place::int from unnest($1::int[]) with ordinality k (n, place) join kept on kept.n = 12 / k.n`,
    };
    const settled = await Promise.allSettled([1, 2, 0, 3, 4].map((n) => pools.writes.one(statement, [n])));
    expect(settled.map(({ status }) => status)).toEqual([
      "fulfilled",
      "fulfilled",
      "rejected",
      "fulfilled",
      "fulfilled",
    ]);
    const { rows } = await owner.query<{ n: number }>("select n from beat_trial order by n");
    expect(rows.map(({ n }) => n)).toEqual([3, 4, 6, 12]);
    await owner.end();
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
