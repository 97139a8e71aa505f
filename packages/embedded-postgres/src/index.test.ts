import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { temporaryDirectory } from "./temporary-directory.ts";
import { chooseAccount, giveTo, spawnAs } from "./account.ts";
import { locateBinaries } from "./binaries.ts";
import { isAlive } from "./cluster.ts";
import { layoutOf, queryOnce } from "./connection.ts";
import {
  DirectoryInUse,
  runningEmbeddedPostgres,
  silentLog,
  startEmbeddedPostgres,
  useEmbeddedPostgres,
} from "./index.ts";
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from "./index.ts";

const FIXTURE = fileURLToPath(new URL("fixtures/insert-until-killed.ts", import.meta.url));

let dataDir: string;
let started: EmbeddedPostgres[];

async function start(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const database = await startEmbeddedPostgres({ dataDir, log: silentLog, ...options });
  started.push(database);
  return database;
}

async function postmaster(): Promise<number> {
  return Number.parseInt(await readFile(join(layoutOf(dataDir).cluster, "postmaster.pid"), "utf8"), 10);
}

/** Runs the fixture until it acknowledged `wanted` rows, then kills it; returns every acknowledged number. */
function insertUntilKilled(from: number, wanted: number): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [FIXTURE, dataDir, String(from)], { stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.on("data", (data) => {
      output += String(data);
      if (output.split("\n").length > wanted) child.kill("SIGKILL");
    });
    child.once("error", reject);
    // Text after the last line end is an incomplete write.
    child.once("close", () => resolve(output.split("\n").slice(0, -1).map(Number)));
  });
}

async function eventually(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (const deadline = Date.now() + 30_000; !(await holds()); await sleep(20)) {
    if (Date.now() > deadline) throw new Error("did not happen within thirty seconds");
  }
}

describe("the embedded database", { timeout: 60_000 }, () => {
  beforeEach(async () => {
    dataDir = await mkdtemp(join(temporaryDirectory(), "embedded-"));
    started = [];
  });
  afterEach(async () => {
    for (const database of started) await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it("keeps its data over a clean stop, checks its pages, and starts again quickly on the same port", async () => {
    const first = await start();
    await queryOnce(first.url, "CREATE TABLE kept AS SELECT '留下'::text AS word");
    await first.stop();
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await queryOnce(second.url, "SELECT word FROM kept")).toEqual([{ word: "留下" }]);
    expect(await queryOnce(second.url, "SHOW data_checksums")).toEqual([{ data_checksums: "on" }]);
    expect(await queryOnce(second.url, "SHOW fsync")).toEqual([{ fsync: "on" }]);
  });

  it("wants its password, and listens on this machine alone", async () => {
    const { url } = await start();
    const wrong = new URL(url);
    wrong.password = "wrong";
    await expect(queryOnce(wrong.href, "SELECT 1")).rejects.toThrow(/password/);
    expect(await queryOnce(url, "SHOW listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  });

  it("refuses a second supervisor of one directory, whatever the path to it", async () => {
    await start();
    await expect(start()).rejects.toThrow(DirectoryInUse);
    await expect(start({ dataDir: join(dataDir, "..", dataDir.split("/").at(-1) ?? "") })).rejects.toThrow(
      /正由另一个进程/,
    );
  });

  it("starts once when two begin together", async () => {
    const results = await Promise.allSettled([start(), start()]);
    expect(results.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("loses no acknowledged row when its process is killed, time after time", async () => {
    let from = 0;
    const acknowledged: number[] = [];
    for (const wanted of [1, 300, 1000]) {
      const numbers = await insertUntilKilled(from, wanted);
      expect(numbers.length).toBeGreaterThanOrEqual(wanted);
      acknowledged.push(...numbers);
      from = Math.max(...numbers) + 10;
    }
    const { url } = await start();
    const found = new Set((await queryOnce<{ n: number }>(url, "SELECT n FROM mark")).map((row) => row.n));
    expect(acknowledged.filter((n) => !found.has(n))).toEqual([]);
  });

  it("stops by itself when its process is killed", async () => {
    await insertUntilKilled(0, 1);
    const pid = await postmaster().catch(() => 0);
    await eventually(() => pid === 0 || !isAlive(pid));
    expect(await runningEmbeddedPostgres(dataDir)).toBeUndefined();
  });

  it("takes over from a server that was left behind", async () => {
    const first = await start();
    await queryOnce(first.url, "CREATE TABLE kept AS SELECT 1 AS n");
    await first.stop();
    const { cluster, log } = layoutOf(dataDir);
    const port = new URL(first.url).port;
    const args = ["-D", cluster, "-c", `port=${port}`, "-c", "unix_socket_directories="];
    const { postgres } = await locateBinaries();
    const orphan = spawnAs(await chooseAccount(cluster), postgres, args, "ignore");
    orphan.unref();
    await eventually(() =>
      queryOnce(first.url, "SELECT 1").then(
        () => true,
        () => false,
      ),
    );
    expect(await runningEmbeddedPostgres(dataDir)).toBe(first.url);

    const second = await start();
    expect(await queryOnce(second.url, "SELECT n FROM kept")).toEqual([{ n: 1 }]);
    expect(await postmaster()).not.toBe(orphan.pid);
    expect(await readFile(log, "utf8")).not.toContain("automatic recovery");
  });

  it("is not misled by a left-over process number that belongs to another program now", async () => {
    await (await start()).stop();
    await writeFile(
      join(layoutOf(dataDir).cluster, "postmaster.pid"),
      `${process.pid}\n${layoutOf(dataDir).cluster}\n`,
    );
    const { url } = await start();
    expect(await queryOnce(url, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
  });

  it("comes back on the same port when the server itself is killed", async () => {
    const { url } = await start();
    await queryOnce(url, "CREATE TABLE kept AS SELECT 1 AS n");
    const pid = await postmaster();
    process.kill(pid, "SIGKILL");
    await eventually(() => !isAlive(pid));
    await eventually(() =>
      queryOnce(url, "SELECT n FROM kept").then(
        (rows) => rows.length === 1,
        () => false,
      ),
    );
    expect(await postmaster()).not.toBe(pid);
  });

  it("stops at any moment of coming back, and leaves no server behind", async () => {
    for (const ms of [0, 200, 280, 320, 360, 420]) {
      const database = await start();
      const pid = await postmaster();
      process.kill(pid, "SIGKILL");
      await sleep(ms);
      await database.stop();
      const left = await postmaster().catch(() => pid);
      expect([ms, isAlive(left)]).toEqual([ms, false]);
      // A process of the killed server may hold its memory for a moment; the next start waits for it.
      expect([ms, await runningEmbeddedPostgres(dataDir)]).toEqual([ms, undefined]);
    }
  });

  it("clears away what a first start that was killed left half-made", async () => {
    await mkdir(join(layoutOf(dataDir).dir, "init-1", "cluster"), { recursive: true });
    await start();
    expect((await readdir(layoutOf(dataDir).dir)).toSorted()).toEqual([
      "cluster",
      "connection.json",
      "password",
      "server.log",
    ]);
  });

  it.runIf(process.getuid?.() === 0)(
    "runs for root where user namespaces are closed, and where they open again",
    async () => {
      const { url, stop } = await start({ userNamespaces: false });
      await queryOnce(url, "CREATE TABLE kept AS SELECT 1 AS n");
      await stop();
      const again = await start();
      expect(await queryOnce(again.url, "SELECT n FROM kept")).toEqual([{ n: 1 }]);
    },
  );

  it.runIf(process.getuid?.() === 0)(
    "finds its programs for root below a directory that others may not enter",
    async () => {
      const closed = join(dataDir, "closed");
      await mkdir(closed, { recursive: true, mode: 0o700 });
      const { initdb } = await locateBinaries();
      await cp(dirname(dirname(initdb)), join(closed, "native"), { recursive: true, verbatimSymlinks: true });
      await mkdir(join(closed, "cluster"));
      const account = await chooseAccount(join(closed, "none"), { userNamespaces: false });
      await giveTo(account, join(closed, "cluster"));
      const args = ["-D", join(closed, "cluster"), "--username=x", "--auth=trust", "--no-sync"];
      const child = spawnAs(account, join(closed, "native", "bin", "initdb"), args, "ignore");
      expect(await new Promise((resolve) => child.once("close", resolve))).toBe(0);
    },
  );

  it("lends itself to commands while it runs, and runs for a command alone otherwise", async () => {
    const mine = await start();
    const lent = await useEmbeddedPostgres({ dataDir, log: silentLog });
    expect(lent.url).toBe(mine.url);
    await lent.stop();
    expect(await runningEmbeddedPostgres(dataDir)).toBe(mine.url);
    await mine.stop();
    expect(await runningEmbeddedPostgres(dataDir)).toBeUndefined();
    const alone = await useEmbeddedPostgres({ dataDir, log: silentLog });
    expect(await queryOnce(alone.url, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
    await alone.stop();
    expect(await runningEmbeddedPostgres(dataDir)).toBeUndefined();
  });

  it("writes no values into its log", async () => {
    const { url } = await start();
    await queryOnce(url, "CREATE TABLE person (id text PRIMARY KEY)");
    await queryOnce(url, "INSERT INTO person VALUES ('320682199001010012')");
    await expect(queryOnce(url, "INSERT INTO person VALUES ('320682199001010012')")).rejects.toThrow(/duplicate/);
    const log = await readFile(layoutOf(dataDir).log, "utf8");
    expect(log).toContain("duplicate key");
    expect(log).not.toContain("320682199001010012");
  });
});
