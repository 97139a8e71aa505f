import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Pool } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase } from "../test/database.ts";
import type { TestDatabase } from "../test/database.ts";
import { migrate, readMigrations } from "./migrate.ts";

async function checksums(directory: string): Promise<string[]> {
  return (await readMigrations(directory)).map((file) => file.checksum);
}

describe("migrate", () => {
  let database: TestDatabase;
  let pool: Pool;
  let directory: string;

  beforeEach(async () => {
    database = await createTestDatabase({ empty: true });
    pool = new Pool({ connectionString: database.url, max: 4 });
    directory = await mkdtemp(join(tmpdir(), "migrations-"));
    await writeFile(join(directory, "0001_one.sql"), "CREATE TABLE one (n int); INSERT INTO one VALUES (1);");
    await writeFile(join(directory, "0002_two.sql"), "INSERT INTO one VALUES (2);");
  });
  afterEach(async () => {
    await pool.end();
    await database.drop();
    await rm(directory, { recursive: true });
  });

  it("applies each file once", async () => {
    expect(await migrate(pool, { directory, to: 1 })).toEqual({ applied: [1], version: 1 });
    expect(await migrate(pool, { directory })).toEqual({ applied: [2], version: 2 });
    expect(await migrate(pool, { directory })).toEqual({ applied: [], version: 2 });
    expect((await pool.query("SELECT n FROM one ORDER BY n")).rows).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it("applies each file once when several processes start together", async () => {
    const others = [1, 2, 3].map(() => new Pool({ connectionString: database.url, max: 2 }));
    const results = await Promise.all(others.map((other) => migrate(other, { directory })));
    expect(results.flatMap((result) => result.applied).toSorted()).toEqual([1, 2]);
    await Promise.all(others.map((other) => other.end()));
  });

  it("undoes a failing file entirely and says which one", async () => {
    await writeFile(join(directory, "0003_bad.sql"), "CREATE TABLE three (n int); SELECT 1 / 0;");
    await expect(migrate(pool, { directory })).rejects.toThrow(/3_bad.*division by zero/);
    expect((await pool.query("SELECT to_regclass('three') AS three")).rows).toEqual([{ three: null }]);
    expect((await pool.query("SELECT count(*)::int AS n FROM schema_migration")).rows).toEqual([{ n: 2 }]);
  });

  it("refuses an applied file that has changed", async () => {
    await migrate(pool, { directory });
    await writeFile(join(directory, "0001_one.sql"), "CREATE TABLE one (n bigint);");
    await expect(migrate(pool, { directory })).rejects.toThrow(/one.*改动/);
  });

  it("refuses a gap, a foreign file name and a database that is newer than the program", async () => {
    await migrate(pool, { directory });
    await rm(join(directory, "0002_two.sql"));
    await expect(migrate(pool, { directory })).rejects.toThrow("比本程序（1）新");
    await writeFile(join(directory, "0003_three.sql"), "");
    await expect(readMigrations(directory)).rejects.toThrow("连续");
    await rm(join(directory, "0003_three.sql"));
    await writeFile(join(directory, "notes.txt"), "");
    await expect(readMigrations(directory)).rejects.toThrow("notes.txt");
  });

  it("takes other line ends for the same file", async () => {
    await writeFile(join(directory, "0001_one.sql"), "CREATE TABLE one (\nn int);\n");
    const copy = await mkdtemp(join(tmpdir(), "migrations-"));
    await cp(directory, copy, { recursive: true });
    await writeFile(join(copy, "0001_one.sql"), "CREATE TABLE one (\r\nn int);\r\n");
    expect(await checksums(copy)).toEqual(await checksums(directory));
    await rm(copy, { recursive: true });
  });
});

describe("the test database", () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  it("is migrated to the newest version", async () => {
    const pool = new Pool({ connectionString: database.url, max: 2 });
    const files = await readMigrations();
    expect(await migrate(pool)).toEqual({ applied: [], version: files.length });
    await pool.end();
  });
});
