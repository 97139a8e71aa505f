/** Connection data of the embedded database, in a file beside the cluster for other commands on the machine. */
import { randomBytes } from "node:crypto";
import { mkdir, readFile, realpath, rename, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import type { QueryResultRow } from "pg";

/** The files of the embedded database below the platform's data directory. */
export interface Layout {
  readonly dir: string;
  readonly cluster: string;
  readonly password: string;
  readonly connection: string;
  readonly log: string;
}

/** Host and port of a running server, with its owner's URL. */
export interface ConnectionInfo {
  readonly url: string;
  readonly port: number;
}

export const SUPERUSER = "jinengtong";
export const DATABASE = "jinengtong";

/** Paths of a cluster. */
export function layoutOf(dataDir: string): Layout {
  const dir = join(resolve(dataDir), "postgres");
  return {
    dir,
    cluster: join(dir, "cluster"),
    password: join(dir, "password"),
    connection: join(dir, "connection.json"),
    log: join(dir, "server.log"),
  };
}

/** Writes a file atomically, readable by us alone. */
async function writePrivate(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}.new`;
  await writeFile(draft, text, { mode: 0o600 });
  await rename(draft, path);
}

/** The database password: random, generated once, readable by us alone. */
export async function obtainPassword(layout: Layout): Promise<string> {
  await mkdir(layout.dir, { recursive: true, mode: 0o700 });
  const known = await readFile(layout.password, "utf8").catch(() => "");
  if (known.trim()) return known.trim();
  const password = randomBytes(24).toString("hex");
  await writePrivate(layout.password, `${password}\n`);
  return password;
}

/** Owner's URL of a database on the server at `port`. */
export function urlFor(password: string, port: number, database: string = DATABASE): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}

export async function saveConnection(layout: Layout, info: ConnectionInfo): Promise<void> {
  await writePrivate(layout.connection, `${JSON.stringify(info)}\n`);
}

export async function loadConnection(layout: Layout): Promise<ConnectionInfo | undefined> {
  try {
    return JSON.parse(await readFile(layout.connection, "utf8")) as ConnectionInfo;
  } catch {
    return undefined;
  }
}

/** Runs one statement on a new connection. */
export async function queryOnce<Row extends QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000, query_timeout: 30_000 });
  // An idle connection reports the server's end as an event; only the query's own failure counts here.
  client.on("error", () => undefined);
  try {
    await client.connect();
    return (await client.query<Row>(sql)).rows;
  } finally {
    // A connection abandoned while connecting may never emit its end.
    await Promise.race([client.end().catch(() => undefined), sleep(1000, undefined, { ref: false })]);
  }
}

/** Whether a server answers at `url` and serves this cluster. */
export async function answers(url: string, cluster: string): Promise<boolean> {
  try {
    const [row] = await queryOnce<{ dir: string }>(url, "SELECT current_setting('data_directory') AS dir");
    return row !== undefined && (await realpath(row.dir)) === (await realpath(cluster));
  } catch {
    return false;
  }
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once("error", () => done(undefined));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const chosen = typeof address === "object" && address ? address.port : undefined;
      server.close(() => done(chosen));
    });
  });
}

/** A free loopback port, if possible the preferred one, so that bookmarks stay valid. */
export async function freePort(preferred: number | undefined): Promise<number> {
  const chosen = (preferred ? await tryPort(preferred) : undefined) ?? (await tryPort(0));
  if (!chosen) throw new Error("本机没有空闲端口可供内置数据库使用");
  return chosen;
}
