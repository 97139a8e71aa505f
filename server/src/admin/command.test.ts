import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryDirectory } from "@jinengtong/embedded-postgres/temporary-directory";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));
const ADMIN = fileURLToPath(new URL("command.ts", import.meta.url));

let dir: string;
const running: ChildProcess[] = [];

function environment(dataDir: string): NodeJS.ProcessEnv {
  const { DATABASE_URL: _unset, ...kept } = process.env;
  return { ...kept, DATA_DIR: join(dir, dataDir), PORT: "0", PAGES: "0", DEMO: "0", INIT_CWD: dir };
}

interface Platform {
  readonly url: string;
  /** Sends the signal and waits for the end; returns the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

function start(dataDir: string): Promise<Platform> {
  const child = spawn(process.execPath, [MAIN], { env: environment(dataDir), stdio: ["ignore", "pipe", "pipe"] });
  running.push(child);
  const closed = new Promise<number | null>((resolve) => child.once("close", resolve));
  return new Promise((resolve, reject) => {
    let output = "";
    let errors = "";
    child.stderr.on("data", (data) => (errors += String(data)));
    child.stdout.on("data", (data) => {
      output += String(data);
      const url = /^ready (\S+)$/m.exec(output)?.[1];
      if (!url) return;
      resolve({
        url,
        end(signal) {
          child.kill(signal);
          return closed;
        },
      });
    });
    void closed.then((code) => reject(new Error(`ended with ${code} before it was ready:\n${errors}`)));
  });
}

function admin(dataDir: string, ...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [ADMIN, ...args], { env: environment(dataDir) });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (data) => (stdout += String(data)));
    child.stderr.on("data", (data) => (stderr += String(data)));
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
}

describe("the platform as its operator sees it", { timeout: 90_000 }, () => {
  beforeAll(async () => {
    dir = await mkdtemp(join(temporaryDirectory(), "operations-"));
  });
  afterAll(async () => {
    for (const child of running) child.kill("SIGKILL");
    await rm(dir, { recursive: true, force: true });
  });

  it("starts, is killed, starts again and stops cleanly", async () => {
    const first = await start("data");
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
    await first.end("SIGKILL");
    const second = await start("data");
    expect(await (await fetch(`${second.url}/healthz`)).json()).toEqual({ status: "ok" });
    expect(await second.end("SIGTERM")).toBe(0);
    const log = await readFile(join(dir, "data", "postgres", "server.log"), "utf8");
    expect(log.trimEnd().split("\n").at(-1)).toContain("database system is shut down");
  });

  it("is backed up while it runs, and restored beside it", async () => {
    const platform = await start("data");
    const backup = await admin("data", "backup", "whole.jnt");
    expect(backup).toMatchObject({ code: 0 });
    expect(JSON.parse(backup.stdout)).toMatchObject({ file: join(dir, "whole.jnt"), missingFiles: [] });
    expect(JSON.parse((await admin("data", "jobs")).stdout)).toHaveProperty("jobs");
    expect((await fetch(`${platform.url}/readyz`)).status).toBe(200);

    expect(await admin("data-new", "restore", "whole.jnt")).toMatchObject({ code: 0 });
    const withoutKeys = await admin("data-new", "verify");
    expect(withoutKeys).toMatchObject({ code: 1, stdout: "" });
    expect(withoutKeys.stderr).toContain("没有数据密钥");
    await copyFile(join(dir, "data", "keys.json"), join(dir, "data-new", "keys.json"));
    const verified = await admin("data-new", "verify");
    expect(verified).toMatchObject({ code: 0 });
    expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true });
    await platform.end("SIGTERM");
    const restored = await start("data-new");
    expect((await fetch(`${restored.url}/readyz`)).status).toBe(200);
    expect(await restored.end("SIGINT")).toBe(0);
  });

  it("says what it can do, and what went wrong", async () => {
    const unknown = await admin("data", "destroy");
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain("restore 文件");
    const missing = await admin("data-none", "restore", "nothing.jnt");
    expect(missing).toMatchObject({ code: 1, stdout: "" });
    expect(missing.stderr).toContain("没有备份文件");
  });
});
