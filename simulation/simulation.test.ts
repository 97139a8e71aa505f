import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { civilDate } from "@jinengtong/standards";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { createTestDatabase } from "../server/src/test/index.ts";
import { installClock } from "./clock.ts";
import type { Wish } from "./county.ts";
import { live, type Life } from "./live.ts";

const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const each of undo.splice(0)) await each();
});

async function aLife(wish: Partial<Wish>): Promise<Life> {
  const database = await createTestDatabase({ empty: true });
  const dataDir = await mkdtemp(path.join(tmpdir(), "simulation-"));
  undo.push(
    () => database.drop(),
    () => rm(dataDir, { recursive: true, force: true }),
  );
  return live(
    { ownerUrl: database.url, dataDir },
    { seed: "1", people: 16, days: 23, start: civilDate("2020-03-02"), without: new Set(), ...wish },
  );
}

describe("the moving clock", () => {
  it("can be read and not moved by the platform", async () => {
    const database = await createTestDatabase({ empty: true });
    undo.push(() => database.drop());
    await installClock(database.url, new Date("2020-03-01T00:00:00Z"));
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query("set role jinengtong_app");
    const read = await client.query("select now() as now, clock_timestamp() < clock_timestamp() as forward");
    expect(read.rows[0]).toMatchObject({ forward: true });
    expect(read.rows[0].now.toISOString()).toBe("2020-03-01T00:00:00.000Z");
    await expect(client.query("select setval('simulated.microseconds', 1)")).rejects.toThrow("permission denied");
    await client.end();
  });
});

it("lives by its operations from an empty county to money, keeps what must hold, and lives the same days for the same seed", async () => {
  const [life, again] = await Promise.all([aLife({}), aLife({})]);
  expect(life.failure).toBeNull();
  expect(life.counts.get("POST /api/v1/bank-returns/import done")).toBeGreaterThan(0);
  // Act by act first: a difference shows where it begins.
  expect(again.acts).toEqual(life.acts);
  expect(again.digest).toBe(life.digest);
}, 600_000);
