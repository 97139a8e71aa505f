/**
 * `npm run dev`: the pages with hot reload, the server restarted on every change, and one database under both that stays up
 * meanwhile. Ctrl-C ends all three. PORT is the server's (8080), PAGES_PORT the pages' (5173), DATA_DIR the data (./data).
 */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { silentLog, startEmbeddedPostgres } from "@jinengtong/embedded-postgres";

const root = path.resolve(import.meta.dirname, "..");
const { PORT = "8080", PAGES_PORT = "5173", DATA_DIR = path.join(root, "data") } = process.env;

const database = await startEmbeddedPostgres({ dataDir: path.resolve(DATA_DIR), log: silentLog });

const start = (cwd: string, args: readonly string[], environment: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, args, {
    cwd: path.join(root, cwd),
    // Not the terminal's stdin: the watcher would take its keys.
    stdio: ["ignore", "inherit", "inherit"],
    // A process group of its own, so that Ctrl-C reaches only us and we end the children in order.
    detached: true,
    env: { ...process.env, ...environment },
  });

const server = start(".", ["--watch", "--watch-preserve-output", "server/src/main.ts"], {
  PORT,
  DATA_DIR,
  EMBEDDED_DATABASE_URL: database.url,
  PAGES: "0",
});
const pages = start("web", [path.join(root, "node_modules/vite/bin/vite.js"), "--port", PAGES_PORT, "--strictPort"], {
  API_TARGET: `http://127.0.0.1:${PORT}`,
});
const children = [server, pages];

/** Ends a child with its descendants; the server gets time to close its connections. */
async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const { pid } = child;
  const exit = once(child, "exit");
  const impatient = setTimeout(() => process.kill(-pid, "SIGKILL"), 10_000);
  process.kill(-pid, "SIGTERM");
  await exit;
  clearTimeout(impatient);
}

let stopping = false;
async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  await Promise.all(children.map(end));
  await database.stop();
  process.exit(code);
}

process.on("SIGINT", () => void stop(0));
process.on("SIGTERM", () => void stop(0));
for (const child of children) child.once("exit", () => void stop(1));
