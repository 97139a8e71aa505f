/** Files of the cluster: created once by initdb, and freed of a postmaster that an earlier process left behind. */
import { existsSync, readFileSync } from "node:fs";
import { mkdir, open, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { execFileSync } from "node:child_process";
import { platform } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { giveTo, spawnAs } from "./account.ts";
import type { Account } from "./account.ts";
import type { PostgresBinaries } from "./binaries.ts";
import { SUPERUSER } from "./connection.ts";
import type { Layout } from "./connection.ts";
import type { EmbeddedPostgresLog } from "./index.ts";

/** Time allowed for the last checkpoint before a shutdown is forced. */
const FAST_SHUTDOWN_MS = 20_000;

function localeFlags(): string[] {
  // pg_trgm needs the C library's character classes: with plain C, Chinese text has no trigrams. Older macOS versions have no
  // C.UTF-8.
  const library = platform() === "darwin" ? ["--lc-collate=C", "--lc-ctype=en_US.UTF-8"] : ["--locale=C.UTF-8"];
  return [...library, "--lc-messages=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=UTF8"];
}

/**
 * Creates the cluster unless it exists. initdb works in a temporary directory that is renamed when complete, so a killed process
 * leaves no partial cluster.
 */
export async function ensureCluster(options: {
  binaries: PostgresBinaries;
  account: Account;
  layout: Layout;
  password: string;
  throwaway: boolean;
}): Promise<boolean> {
  const { binaries, account, layout, password } = options;
  for (const entry of await readdir(layout.dir)) {
    if (entry.startsWith("init-")) await rm(join(layout.dir, entry), { recursive: true, force: true });
  }
  if (existsSync(layout.cluster)) {
    const found = (await readFile(join(layout.cluster, "PG_VERSION"), "utf8")).trim();
    if (found !== binaries.major) {
      throw new Error(
        `数据目录里的数据库是 PostgreSQL ${found} 版，本程序自带 ${binaries.major} 版：` +
          `请用旧版程序执行 npm run admin -- backup，再在新的数据目录里 restore`,
      );
    }
    return false;
  }
  const work = join(layout.dir, `init-${process.pid}`);
  const draft = join(work, "cluster");
  const passwordFile = join(work, "password");
  await mkdir(work, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  await giveTo(account, work);
  const flags = ["-D", draft, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  // The password is 192 random bits, which more rounds wouldn't strengthen; one round keeps new connections cheap.
  flags.push(...localeFlags(), "--data-checksums", "--no-instructions", "--set=scram_iterations=1");
  if (options.throwaway) flags.push("--no-sync");
  await runInitdb(account, binaries.initdb, flags);
  await rename(draft, layout.cluster);
  await rm(work, { recursive: true, force: true });
  if (!options.throwaway) {
    const dir = await open(layout.dir);
    await dir.sync().finally(() => dir.close());
  }
  return true;
}

function runInitdb(account: Account, program: string, flags: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawnAs(account, program, flags, ["ignore", "pipe", "pipe"]);
    let output = "";
    child.stdout?.on("data", (data) => (output += String(data)));
    child.stderr?.on("data", (data) => (output += String(data)));
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(failure(account, program, code, output))),
    );
  });
}

function failure(account: Account, program: string, code: number | null, output: string): string {
  const said = `内置数据库初始化失败（${code}）：\n${output.slice(-2000)}`;
  if (!account.owner || !/Permission denied/.test(output)) return said;
  return (
    `内置数据库不能以 root 运行，而它的用户（uid ${account.owner.uid}）进不了 ${dirname(program)} 或数据目录：` +
    `请改用普通用户启动，或把程序和数据目录移到其他用户可以进入的地方（例如 /opt、/srv）。\n${said}`
  );
}

/** Process id in the cluster's postmaster.pid, or undefined. */
async function recordedPostmaster(layout: Layout): Promise<number | undefined> {
  const text = await readFile(join(layout.cluster, "postmaster.pid"), "utf8").catch(() => "");
  const pid = Number.parseInt(text, 10);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

/** Whether a process is alive. A zombie (ended, not yet collected by its parent; usual in containers) counts as dead. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return platform() !== "linux" || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

function commandOf(pid: number): string {
  try {
    if (platform() === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

/**
 * Stops a postmaster that still holds the cluster. We hold the directory's lock, so its supervisor was killed. It is stopped
 * properly and not adopted, so that settings and version are always this program's.
 */
export async function endOrphan(layout: Layout, log: EmbeddedPostgresLog): Promise<void> {
  const pid = await recordedPostmaster(layout);
  if (pid === undefined) return;
  const command = isAlive(pid) ? commandOf(pid) : "";
  if (command.includes("postgres") && command.includes(layout.cluster)) {
    log.warn({ pid }, "stopping a database server that an earlier process left behind");
    await endPostmaster(pid);
    return;
  }
  // The process id is free, or now belongs to another program (usual in containers); PostgreSQL would refuse to start because of
  // it.
  await rm(join(layout.cluster, "postmaster.pid"), { force: true });
}

/**
 * Stops a postmaster: fast at first, then immediate (the next start replays the log). `courtesyMs` gives closing connections time
 * to end.
 */
export async function endPostmaster(pid: number, courtesyMs = 0): Promise<void> {
  for (const [signal, patience] of [
    ["SIGTERM", courtesyMs],
    ["SIGINT", FAST_SHUTDOWN_MS],
    ["SIGQUIT", 5000],
    ["SIGKILL", 2000],
  ] as const) {
    if (patience === 0) continue;
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      if (!isAlive(pid)) return;
      await sleep(20);
    }
  }
  throw new Error(`无法停止内置数据库进程 ${pid}`);
}

/** Last lines of the server's log, for an error message. */
export async function lastLines(layout: Layout, since: number): Promise<string> {
  const text = await readFile(layout.log).catch(() => Buffer.alloc(0));
  return `${basename(layout.log)}: ${text.subarray(since).toString("utf8").slice(-2000)}`;
}
