/**
 * An embedded PostgreSQL for trials and tests: durable, started and stopped with our process, and recovered after a crash of
 * either. Production uses `DATABASE_URL` instead.
 */
import { mkdir, realpath } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { chooseAccount, giveTo } from "./account.ts";
import { locateBinaries } from "./binaries.ts";
import { endOrphan, ensureCluster } from "./cluster.ts";
import {
  answers,
  DATABASE,
  freePort,
  layoutOf,
  loadConnection,
  obtainPassword,
  queryOnce,
  saveConnection,
  urlFor,
} from "./connection.ts";
import { DirectoryInUse, lockDirectory } from "./lock.ts";
import { RetryableStartError, startServer } from "./server.ts";
import type { RunningServer, ServerOptions } from "./server.ts";

export { DirectoryInUse } from "./lock.ts";

/** The part of a logger that we use (pino has it). */
export interface EmbeddedPostgresLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** A logger that discards everything. */
export const silentLog: EmbeddedPostgresLog = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

export interface EmbeddedPostgresOptions {
  /** The platform's data directory; the database lives in `postgres/` below it. */
  readonly dataDir: string;
  /** Fixed loopback port; by default the last used one, or any free one. */
  readonly port?: number;
  readonly log: EmbeddedPostgresLog;
  /** For tests: no durability, deleted when our process dies. */
  readonly throwaway?: boolean;
  /** `false`: behave as on a machine without user namespaces (matters to root only). */
  readonly userNamespaces?: boolean;
}

export interface EmbeddedPostgres {
  /** The URL of the platform's database, as its owner and superuser. */
  readonly url: string;
  /** Stops the server cleanly. Close your connections first: open ones are cut. */
  readonly stop: () => Promise<void>;
}

/** Starts the database of a data directory, creating it the first time. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  await mkdir(options.dataDir, { recursive: true, mode: 0o750 });
  const layout = layoutOf(await realpath(options.dataDir));
  await mkdir(layout.dir, { recursive: true, mode: 0o700 });
  const lock = await lockDirectory(layout.dir);
  try {
    const began = Date.now();
    const { log, throwaway = false } = options;
    const binaries = await locateBinaries();
    const password = await obtainPassword(layout);
    const account = await chooseAccount(layout.cluster, options);
    await endOrphan(layout, log);
    const created = await ensureCluster({ binaries, account, layout, password, throwaway });
    await giveTo(account, layout.cluster);
    const last = await loadConnection(layout);
    const preferred = options.port ?? last?.port;
    const base = { binaries, account, layout, password, throwaway, log };
    const { server, port } = await startOnFreePort(base, preferred, options.port !== undefined);
    const url = urlFor(password, port);
    await ensureDatabase(urlFor(password, port, "postgres"));
    await saveConnection(layout, { url, port });
    log.info({ port, created, ms: Date.now() - began }, "embedded database is ready");
    const keeper = keepRunning(server, { ...base, port });
    return {
      url,
      async stop() {
        await keeper.stop();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Starts the server, retrying on another port or a little later after a transient failure. */
async function startOnFreePort(
  base: Omit<ServerOptions, "port">,
  preferred: number | undefined,
  fixed: boolean,
): Promise<{ server: RunningServer; port: number }> {
  for (let attempt = 1; ; attempt++) {
    const port = fixed && preferred ? preferred : await freePort(attempt === 1 ? preferred : undefined);
    try {
      return { server: await startServer({ ...base, port }), port };
    } catch (error) {
      if (!(error instanceof RetryableStartError) || attempt === 20) throw error;
      await sleep(250);
    }
  }
}

/** Created here and not with the cluster, since a kill may fall between the two. */
async function ensureDatabase(adminUrl: string): Promise<void> {
  const found = await queryOnce(adminUrl, `SELECT 1 FROM pg_database WHERE datname = '${DATABASE}'`);
  if (found.length === 0) await queryOnce(adminUrl, `CREATE DATABASE ${DATABASE}`);
}

/**
 * Restarts the server on the same port whenever it ends unexpectedly (killed for memory, say). Stopping may happen at any moment: a
 * server that is just starting is then abandoned, and none is left behind.
 */
function keepRunning(first: RunningServer, options: ServerOptions): { stop(): Promise<void> } {
  let server = first;
  const stopping = new AbortController();
  const { signal } = stopping;
  const watch = async (): Promise<void> => {
    for (let failures = 0; ;) {
      await server.ended;
      if (signal.aborted) return;
      options.log.error({ pid: server.pid }, "the embedded database ended unexpectedly; starting it again");
      await sleep(Math.min(250 * 2 ** failures, 10_000), undefined, { ref: false, signal }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        await endOrphan(options.layout, options.log);
        server = await startServer({ ...options, signal });
        failures = 0;
        // A stop during this start could only stop the previous server.
        if (signal.aborted) await server.stop();
      } catch (error) {
        if (signal.aborted) return;
        failures++;
        options.log.error({ error: String(error) }, "the embedded database could not be started again");
      }
    }
  };
  const watching = watch();
  return {
    async stop() {
      stopping.abort();
      await server.stop();
      await watching;
    },
  };
}

/** URL of a running embedded database of this data directory, or undefined; tested by connecting. */
export async function runningEmbeddedPostgres(dataDir: string): Promise<string | undefined> {
  const layout = layoutOf(await realpath(dataDir).catch(() => dataDir));
  const known = await loadConnection(layout);
  return known && (await answers(known.url, layout.cluster)) ? known.url : undefined;
}

/**
 * For commands beside the platform: connects to the database of the data directory if the platform runs it, and otherwise starts it
 * for the duration of the command.
 */
export async function useEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  for (let attempt = 1; ; attempt++) {
    const url = await runningEmbeddedPostgres(options.dataDir);
    if (url) return { url, stop: () => Promise.resolve() };
    try {
      return await startEmbeddedPostgres(options);
    } catch (error) {
      // The platform holds the lock and will answer soon, or is just stopping.
      if (!(error instanceof DirectoryInUse) || attempt === 60) throw error;
      await sleep(500);
    }
  }
}
