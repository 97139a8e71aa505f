import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** Starts the same program and build for another county, on a database of its own. End it with `stop`. */
export async function startCounty(name: string): Promise<{ origin: string; stop(): Promise<void> }> {
  const dataDirectory = await mkdtemp(path.join(tmpdir(), "jinengtong-county-"));
  const child = spawn(process.execPath, ["server/src/main.ts"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      PORT: "0",
      PAGES: "0",
      LOG_LEVEL: "error",
      DATA_DIR: dataDirectory,
      COUNTY_FILE: path.join(ROOT, `counties/${name}/county.json`),
    },
  });
  const exit = once(child, "exit");
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await exit;
    await rm(dataDirectory, { recursive: true, force: true });
  };
  for await (const line of createInterface(child.stdout)) {
    const origin = /^ready (http:\S+)/u.exec(line)?.[1];
    if (origin !== undefined) return { origin, stop };
  }
  await stop();
  throw new Error(`the platform of ${name} did not start`);
}
