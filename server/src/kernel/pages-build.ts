import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { spawn } from "node:child_process";
import path from "node:path";
import type { Logger } from "pino";
import { PAGES_DIRECTORY } from "./pages.ts";

const WEB = path.resolve(PAGES_DIRECTORY, "..");
const STAMP = path.join(PAGES_DIRECTORY, "built-from");
const SOURCES = [
  "index.html",
  "vite.config.ts",
  // Routes and rules of the operations are written into the pages.
  "operation-routes.ts",
  "operation-routes-plugin.ts",
  "compressed-assets-plugin.ts",
  "chunks.ts",
  "documents-plugin.ts",
  "../server/src",
  "package.json",
  "src",
  "public",
  "../packages",
  "../package-lock.json",
];

/** Builds the pages if they are missing or older than their sources. */
export async function buildPages(log: Logger): Promise<void> {
  if (process.env.PAGES === "0") return;
  const fingerprint = await fingerprintOf(SOURCES.map((name) => path.join(WEB, name)));
  const built = await readFile(STAMP, "utf8").catch(() => "");
  if (built === fingerprint) return;
  log.info("building the pages; this happens once");
  await run(path.resolve(WEB, "../node_modules/vite/bin/vite.js"), ["build", "--logLevel", "error"]);
  await writeFile(STAMP, fingerprint);
}

/** Names, sizes and times of all sources: enough to detect a change, fast enough for every start. */
async function fingerprintOf(entries: string[]): Promise<string> {
  const hash = createHash("sha256");
  const visit = async (entry: string): Promise<void> => {
    if (!existsSync(entry)) return;
    const found = await stat(entry);
    if (found.isDirectory()) {
      for (const name of (await readdir(entry)).toSorted())
        if (name !== "node_modules" && !/\.test\.tsx?$/u.test(name)) await visit(path.join(entry, name));
    } else {
      hash.update(`${path.relative(WEB, entry)} ${found.size} ${Math.floor(found.mtimeMs)}\n`);
    }
  };
  for (const entry of entries) await visit(entry);
  return hash.digest("hex");
}

function run(script: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: WEB, stdio: ["ignore", "ignore", "inherit"] });
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`网页构建失败（退出码 ${code}）`))));
  });
}
