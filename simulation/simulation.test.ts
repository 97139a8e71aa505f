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
    { seed: "1", people: 24, days: 22, start: civilDate("2020-03-02"), without: new Set(), ...wish },
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

describe("a county that lives by its operations", () => {
  it("keeps what must hold through its first weeks", async () => {
    const life = await aLife({});
    expect(life.failure).toBeNull();
    expect(life.counts.get("POST /api/v1/classes/:id/certificates done")).toBeGreaterThan(0);
  });

  it("lives the same days for the same seed, and others for another", async () => {
    const [once, again, other] = [
      await aLife({ days: 3 }),
      await aLife({ days: 3 }),
      await aLife({ days: 3, seed: "2" }),
    ];
    expect(again.digest).toBe(once.digest);
    expect(other.digest).not.toBe(once.digest);
  });
});
