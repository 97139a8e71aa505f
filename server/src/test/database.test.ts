import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { createTestDatabase } from "./database.ts";

describe("createTestDatabase", () => {
  it("gives databases of their own, with the same schema", async () => {
    const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    const client = new Client({ connectionString: one.url });
    await client.connect();
    await client.query("CREATE TABLE only_here (n int)");
    await client.end();
    const other = new Client({ connectionString: two.url });
    await other.connect();
    const { rows } = await other.query<{ migrated: boolean; leaked: boolean }>(
      "SELECT to_regclass('schema_migration') IS NOT NULL AS migrated, to_regclass('only_here') IS NOT NULL AS leaked",
    );
    expect(rows).toEqual([{ migrated: true, leaked: false }]);
    await other.end();
    await one.drop();
    await two.drop();
  });
  it("knows Chinese text, as trigrams need it", async () => {
    const database = await createTestDatabase();
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query("CREATE EXTENSION IF NOT EXISTS pg_trgm");
    const { rows } = await client.query<{ trigrams: string[] }>("SELECT show_trgm('养老护理') AS trigrams");
    expect(rows[0]?.trigrams.length).toBeGreaterThan(3);
    await client.end();
    await database.drop();
  });
});
