import { cp, mkdtemp, rm, writeFile, appendFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type EmbeddedPostgres, silentLog, startEmbeddedPostgres } from "@jinengtong/embedded-postgres";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase, sql, type Pools } from "./database.ts";
import { type ReadFrom, ReadSide } from "./read-side.ts";

let dir: string;
let main: EmbeddedPostgres;
let standby: EmbeddedPostgres;
let owner: pg.Client;
let pools: Pools;

const silent = { warn: () => {} };
const later = (seconds: number): Date => new Date(Date.now() + seconds * 1_000);

/** A streaming replica from a copy of the main database's files. */
async function startStandby(): Promise<EmbeddedPostgres> {
  const to = path.join(dir, "standby");
  const cluster = path.join(to, "postgres/cluster");
  await owner.query("select pg_backup_start('standby', true)");
  await cp(path.join(dir, "main"), to, { recursive: true });
  const { rows } = await owner.query<{ labelfile: string }>("select labelfile from pg_backup_stop(false)");
  for (const name of ["postgres/connection.json", "postgres/cluster/postmaster.pid", "postgres/lock"])
    await rm(path.join(to, name), { force: true, recursive: true });
  await writeFile(path.join(cluster, "backup_label"), rows[0]?.labelfile ?? "");
  await writeFile(path.join(cluster, "standby.signal"), "");
  const { hostname, port, username, password } = new URL(main.url);
  await appendFile(
    path.join(cluster, "postgresql.auto.conf"),
    `\nprimary_conninfo = 'host=${hostname} port=${port} user=${username} password=${password}'\n`,
  );
  return startEmbeddedPostgres({ dataDir: to, log: silentLog });
}

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "jinengtong-replica-"));
  main = await startEmbeddedPostgres({ dataDir: path.join(dir, "main"), log: silentLog });
  owner = new pg.Client({ connectionString: main.url });
  await owner.connect();
  await owner.query("create role jinengtong_app; create table said (n int); grant all on said to jinengtong_app");
  standby = await startStandby();
  pools = openDatabase(main.url, 2, standby.url);
}, 120_000);
afterAll(async () => {
  await pools.close();
  await owner.end();
  await standby.stop();
  await main.stop();
  await rm(dir, { recursive: true, force: true });
}, 60_000);

const lastSaid = async ({ database }: ReadFrom): Promise<number | null> =>
  (await sql<{ n: number | null }>`select max(n) as n from said`.execute(database)).rows[0]?.n ?? null;

/** Asks anew each time, as another process would. */
const choose = (now: Date): Promise<ReadFrom> =>
  new ReadSide(pools.database, pools.replica?.database ?? null, silent).choose(now);

describe("what is read from a streaming replica", () => {
  it("is what the main database has, as of now", async () => {
    await owner.query("insert into said values (1)");
    await expect.poll(async () => lastSaid(await choose(new Date())), { timeout: 20_000 }).toBe(1);
    const from = await choose(new Date());
    expect(from.asOf).not.toBeNull();
    expect((await sql<{ r: boolean }>`select pg_is_in_recovery() as r`.execute(from.database)).rows).toEqual([
      { r: true },
    ]);
  });

  it("says its age while it is behind, and far behind the main database is read", async () => {
    const follower = new pg.Client({ connectionString: standby.url });
    await follower.connect();
    await follower.query("select pg_wal_replay_pause()");
    await owner.query("insert into said values (2)");
    const behind = await choose(later(20));
    expect(await lastSaid(behind)).toBe(1);
    expect(behind.asOf?.getTime()).toBeLessThan(Date.now());
    const far = await choose(later(600));
    expect([far.asOf, await lastSaid(far)]).toEqual([null, 2]);
    await follower.query("select pg_wal_replay_resume()");
    await follower.end();
  });

  it("comes from the main database where the replica is away", async () => {
    await standby.stop();
    const from = await choose(new Date());
    expect([from.asOf, await lastSaid(from)]).toEqual([null, 2]);
  });
});
