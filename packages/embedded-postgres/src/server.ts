/** One run of the postmaster: start, wait until it answers a query, supervise, stop. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { statfsSync } from "node:fs";
import { open, rename, stat } from "node:fs/promises";
import { totalmem } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseError } from "pg";
import { spawnAs } from "./account.ts";
import type { Account } from "./account.ts";
import type { PostgresBinaries } from "./binaries.ts";
import { endPostmaster, isAlive, lastLines } from "./cluster.ts";
import { queryOnce, urlFor } from "./connection.ts";
import type { Layout } from "./connection.ts";
import type { EmbeddedPostgresLog } from "./index.ts";

const LOG_LIMIT = 10 * 1024 * 1024;
/** Replaying a long log after a crash takes time, so a server that still says "starting up" gets it. */
const RECOVERY_MS = 30 * 60_000;

/** A pool ends before its connections do; cutting one then is an error that nobody listens for. */
const COURTESY_MS = 500;

/** Options for starting the server of a cluster. */
export interface ServerOptions {
  readonly binaries: PostgresBinaries;
  readonly account: Account;
  readonly layout: Layout;
  readonly password: string;
  readonly port: number;
  readonly throwaway: boolean;
  readonly log: EmbeddedPostgresLog;
  /** Abandons a server that doesn't answer yet. */
  readonly signal?: AbortSignal;
}

/** A running postmaster. */
export interface RunningServer {
  readonly pid: number;
  /** Settles when the postmaster has ended for any reason. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** A transient failure to start: may succeed a moment later or on another port. */
export class RetryableStartError extends Error {
  override readonly name = "RetryableStartError";
}

function settings(options: ServerOptions): string[] {
  const values: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    port: String(options.port),
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    // The server's log must carry no personal data: neither failed statements nor the rows that violated a constraint.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_checkpoints: "off",
    ...forThisMachine(),
    ...(sharedMemoryIsSmall() ? { dynamic_shared_memory_type: "mmap" } : {}),
    ...(options.throwaway
      ? {
          fsync: "off",
          synchronous_commit: "off",
          full_page_writes: "off",
          // Creating a database forces a checkpoint, which fills a new log file with zeros each time: most of the cost.
          wal_init_zero: "off",
          max_wal_size: "256MB",
          autovacuum: "off",
          wal_level: "minimal",
          max_wal_senders: "0",
          max_connections: "300",
          shared_buffers: "128MB",
        }
      : {}),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** PostgreSQL's defaults are for the smallest machines and rotating disks. */
function forThisMachine(): Record<string, string> {
  const limit = process.constrainedMemory();
  const megabytes = Math.min(totalmem(), limit > 0 ? limit : Infinity) / 1024 ** 2;
  return {
    shared_buffers: `${Math.round(Math.min(1024, Math.max(128, megabytes / 8)))}MB`,
    effective_cache_size: `${Math.round(Math.max(256, megabytes / 2))}MB`,
    work_mem: "16MB",
    maintenance_work_mem: "128MB",
    random_page_cost: "1.1",
    // JIT compilation takes longer than it could save in our queries.
    jit: "off",
  };
}

/** Containers often have 64 MB of /dev/shm, which one parallel hash join exhausts. */
function sharedMemoryIsSmall(): boolean {
  try {
    const { bsize, blocks } = statfsSync("/dev/shm");
    return bsize * blocks < 256 * 1024 * 1024;
  } catch {
    return false;
  }
}

async function openLog(layout: Layout): Promise<{ fd: number; start: number; close(): Promise<void> }> {
  const size = await stat(layout.log).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_LIMIT) await rename(layout.log, `${layout.log}.1`);
  const file = await open(layout.log, "a", 0o600);
  return { fd: file.fd, start: size > LOG_LIMIT ? 0 : size, close: () => file.close() };
}

/**
 * A shell at the other end of a pipe: if we die without stopping the server, it stops it, and deletes a throwaway cluster. Without
 * it, each killed process would leave a server running until the next start on the same directory.
 */
function watchOver(pid: number, layout: Layout, throwaway: boolean): ChildProcess {
  const stop = 'read _; [ "$(head -n 1 "$2/postmaster.pid" 2>/dev/null)" = "$1" ] || exit 0; kill -INT "$1"';
  const remove = '; while kill -0 "$1" 2>/dev/null; do sleep 0.2; done; rm -rf "$3"; rmdir "$(dirname "$3")"';
  const script = throwaway ? stop.replace("-INT", "-QUIT") + remove : stop;
  const watcher = spawn("/bin/sh", ["-c", script, "sh", String(pid), layout.cluster, layout.dir], {
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  watcher.on("error", () => undefined);
  watcher.stdin?.on("error", () => undefined);
  watcher.unref();
  // The pipe must not keep our process alive.
  if (watcher.stdin && "unref" in watcher.stdin && typeof watcher.stdin.unref === "function") watcher.stdin.unref();
  return watcher;
}

/** Starts the postmaster and returns when it answers a query. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { account, binaries, layout } = options;
  const log = await openLog(layout);
  const args = ["-D", layout.cluster, ...settings(options)];
  const child = spawnAs(account, binaries.postgres, args, ["ignore", log.fd, log.fd]);
  await log.close();
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  if (child.pid === undefined) throw new Error("无法启动内置数据库程序");
  const { pid } = child;
  child.unref();
  const watcher = watchOver(pid, layout, options.throwaway);
  void ended.then(() => watcher.kill("SIGKILL"));
  try {
    await untilItAnswers(options, child, log.start);
  } catch (error) {
    if (isAlive(pid)) await endPostmaster(pid);
    throw error;
  }
  return {
    pid,
    ended,
    async stop() {
      // Keeps our process alive until the end was noticed.
      child.ref();
      if (child.exitCode === null && child.signalCode === null) await endPostmaster(pid, COURTESY_MS);
      await ended;
    },
  };
}

async function untilItAnswers(options: ServerOptions, child: ChildProcess, logStart: number): Promise<void> {
  const started = Date.now();
  const url = urlFor(options.password, options.port, "postgres");
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) {
      const output = await lastLines(options.layout, logStart);
      const message = `内置数据库启动失败：\n${output}`;
      // Port taken meanwhile, or processes of a killed server are still ending.
      throw /could not bind|could not create any TCP|is still in use|already exists/.test(output)
        ? new RetryableStartError(message)
        : new Error(message);
    }
    try {
      await queryOnce(url, "SELECT 1");
      return;
    } catch (error) {
      options.signal?.throwIfAborted();
      const startingUp = error instanceof DatabaseError && error.code === "57P03";
      if (Date.now() - started > (startingUp ? RECOVERY_MS : 60_000)) {
        throw new Error(`内置数据库没有应答：\n${await lastLines(options.layout, logStart)}`, { cause: error });
      }
    }
    await sleep(10);
  }
}
