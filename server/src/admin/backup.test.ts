import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase } from "../test/database.ts";
import type { TestDatabase } from "../test/database.ts";
import { backUp } from "./backup.ts";
import { digestOf, listSequences, listTables, settleTextFormat } from "./contents.ts";
import type { TableDigest } from "./contents.ts";
import { restore } from "./restore.ts";

const AWKWARD = "䶮\t制表\n换行\r\\N \\. 'quote' \"double\" 👷 end";
const LARGE = "技能".repeat(1_000_000);

let dir: string;
let source: TestDatabase;
let target: TestDatabase;

async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await settleTextFormat(client);
    return await work(client);
  } finally {
    await client.end();
  }
}

function contents(url: string): Promise<Record<string, TableDigest>> {
  return withClient(url, async (client) => {
    const found: Record<string, TableDigest> = {};
    for (const table of await listTables(client)) found[table.name] = await digestOf(client, table);
    return found;
  });
}

async function storeFile(filesDir: string, content: Buffer): Promise<Buffer> {
  const sha256 = createHash("sha256").update(content).digest();
  const name = sha256.toString("hex");
  await mkdir(join(filesDir, name.slice(0, 2)), { recursive: true });
  await writeFile(join(filesDir, name.slice(0, 2), name), content);
  return sha256;
}

/** Rows that only a careful restore brings back: awkward text, append-only facts, moves that triggers would refuse or repeat. */
async function fill(url: string, files: Buffer[]): Promise<void> {
  await withClient(url, async (client) => {
    for (const sha256 of files) {
      await client.query(
        "INSERT INTO stored_file (sha256, media_type, bytes, name, purpose) VALUES ($1, 'text/plain', 1, 'a', 'test')",
        [sha256],
      );
    }
    for (const body of [AWKWARD, LARGE, null, ""]) {
      await client.query("INSERT INTO message_outbox (channel, template, body) VALUES ('sms', 'test', $1)", [body]);
    }
    await client.query(`INSERT INTO audit_log (operation, mac, detail)
      SELECT 'op-' || n, sha256(n::text::bytea), jsonb_build_object('n', n) FROM generate_series(1, 5000) n`);
    await client.query("INSERT INTO audit_seal (seq, audit_id, hash) SELECT id, id, mac FROM audit_log");
    await client.query("INSERT INTO state_transition VALUES ('machine-of-this-test', '', 'born')");
    await client.query(`INSERT INTO state_history (machine, subject_id, from_state, to_state)
      VALUES ('machine-of-this-test', gen_random_uuid(), '', 'born')`);
    await client.query("SELECT graphile_worker.add_job('a-task', '{\"n\":1}')");
    await client.query("UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'gone'");
  });
}

function backUpHere(): ReturnType<typeof backUp> {
  return backUp({ url: source.url, filesDir: join(dir, "files"), file: join(dir, "backup") });
}

function restoreHere(): ReturnType<typeof restore> {
  return restore({ url: target.url, filesDir: join(dir, "restored"), file: join(dir, "backup") });
}

/** Constraints and triggers from the database's catalogue. */
function schema(url: string): Promise<unknown[]> {
  return withClient(url, async (client) => {
    const constraints = await client.query(
      `SELECT conrelid::regclass::text AS t, conname, pg_get_constraintdef(oid) AS d, convalidated FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2`,
    );
    const triggers = await client.query(
      `SELECT tgrelid::regclass::text AS t, tgname, tgenabled, pg_get_triggerdef(oid) AS d FROM pg_trigger
        WHERE NOT tgisinternal ORDER BY 1, 2`,
    );
    return [constraints.rows, triggers.rows];
  });
}

describe("backup and restore", () => {
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), "backup-"));
    source = await createTestDatabase();
    target = await createTestDatabase({ empty: true });
  });
  afterEach(async () => {
    await source.drop();
    await target.drop();
    await rm(dir, { recursive: true });
  });

  it("brings back every row, sequence, trigger, foreign key and file", async () => {
    const big = Buffer.alloc(3_000_000, "视频");
    await fill(source.url, [
      await storeFile(join(dir, "files"), Buffer.from("一份证明")),
      await storeFile(join(dir, "files"), big),
      await storeFile(join(dir, "files"), Buffer.alloc(0)),
    ]);
    const result = await backUpHere();
    expect(result).toMatchObject({ files: 3, missingFiles: [], damagedFiles: [] });
    expect(result.rows).toBeGreaterThan(10_000);
    expect((await stat(result.file)).mode & 0o777).toBe(0o600);
    expect(await readdir(dir)).not.toContain("backup.part");

    const restored = await restoreHere();
    expect(restored).toMatchObject({ rows: result.rows, files: 3, fromVersion: restored.version });
    const { "graphile_worker._private_jobs": jobs, ...rest } = await contents(target.url);
    const { "graphile_worker._private_jobs": jobsBefore, ...before } = await contents(source.url);
    expect(rest).toEqual(before);
    expect(jobs?.rows).toBe(jobsBefore?.rows);
    const sha = createHash("sha256").update(big).digest("hex");
    expect(await readFile(join(dir, "restored", sha.slice(0, 2), sha))).toEqual(big);

    const sequences = await withClient(source.url, listSequences);
    await withClient(target.url, async (client) => {
      expect(await listSequences(client)).toEqual(sequences);
      expect((await client.query("SELECT FROM graphile_worker.jobs WHERE locked_at IS NOT NULL")).rows).toEqual([]);
      await expect(client.query("DELETE FROM audit_log")).rejects.toThrow(/append-only/);
      await expect(client.query("INSERT INTO audit_seal VALUES (99999, 99999, '')")).rejects.toThrow(/foreign key/);
      await client.query("INSERT INTO audit_log (operation, mac) VALUES ('next', '')");
    });
  });

  it("restores a backup that was written before archives came from a library, and brings it up to date", async () => {
    const file = fileURLToPath(new URL("fixtures/backup-by-own-tar-writer", import.meta.url));
    const restored = await restore({ url: target.url, filesDir: join(dir, "restored"), file });
    expect(restored).toMatchObject({ files: 1 });
    expect(restored.version).toBeGreaterThanOrEqual(restored.fromVersion);
    const sha = createHash("sha256").update("一份证明").digest("hex");
    expect(await readFile(join(dir, "restored", sha.slice(0, 2), sha), "utf8")).toBe("一份证明");
    const { rows } = await withClient(target.url, (client) => client.query("SELECT body FROM message_outbox"));
    expect(rows).toEqual([{ body: "䶮" }]);
  });

  it("makes the same schema as the migrations alone", async () => {
    await backUpHere();
    await restoreHere();
    expect(await schema(target.url)).toEqual(await schema(source.url));
  });

  it("is one moment of a database that goes on changing", async () => {
    const writing = new AbortController();
    const writer = withClient(source.url, async (client) => {
      for (let n = 1; !writing.signal.aborted; n++) {
        // Two rows in one transaction: a backup with only one of them isn't a consistent snapshot.
        await client.query("BEGIN");
        await client.query("INSERT INTO audit_log (operation, mac) VALUES ($1, '')", [`pair-${n}`]);
        await client.query("INSERT INTO message_outbox (channel, template) VALUES ('sms', $1)", [`pair-${n}`]);
        await client.query("COMMIT");
      }
    });
    await backUpHere();
    writing.abort();
    await writer;
    await restoreHere();
    const { rows } = await withClient(target.url, (client) =>
      client.query(
        "SELECT FROM audit_log a FULL JOIN message_outbox m ON m.template = a.operation WHERE a.id IS NULL OR m.id IS NULL",
      ),
    );
    expect(rows).toEqual([]);
  });

  it("refuses a database that is not empty, and leaves it alone", async () => {
    await fill(source.url, []);
    await backUpHere();
    const before = await contents(source.url);
    await expect(
      restore({ url: source.url, filesDir: join(dir, "restored"), file: join(dir, "backup") }),
    ).rejects.toThrow(/不是空的/);
    expect(await contents(source.url)).toEqual(before);
  });

  it("refuses a file that is cut short or altered, and can then restore a good one", async () => {
    await fill(source.url, [await storeFile(join(dir, "files"), Buffer.from("一份证明"))]);
    await backUpHere();
    const whole = await readFile(join(dir, "backup"));
    for (const bad of [whole.subarray(0, whole.length - 200), whole.subarray(0, whole.length / 2), Buffer.from("x")]) {
      await writeFile(join(dir, "backup"), bad);
      await expect(restoreHere()).rejects.toThrow(/备份文件|损坏|不符/);
    }
    const altered = Buffer.from(whole);
    const middle = altered.length >> 1;
    altered[middle] = (altered[middle] ?? 0) ^ 0xff;
    await writeFile(join(dir, "backup"), altered);
    await expect(restoreHere()).rejects.toThrow(/备份文件|损坏|不符/);
    await writeFile(join(dir, "backup"), whole);
    expect((await restoreHere()).files).toBe(1);
  });

  it("names files that are missing or damaged, and never overwrites", async () => {
    const files = join(dir, "files");
    const good = await storeFile(files, Buffer.from("好"));
    const name = good.toString("hex");
    await fill(source.url, [good, createHash("sha256").update("无").digest()]);
    await writeFile(join(files, name.slice(0, 2), name), "坏");
    const result = await backUpHere();
    expect(result.damagedFiles).toEqual([name]);
    expect(result.missingFiles).toHaveLength(1);
    await expect(backUpHere()).rejects.toThrow(/已存在/);
  });
});
