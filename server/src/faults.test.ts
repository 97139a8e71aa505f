import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verify } from "./admin/verify.ts";
import { createApp } from "./app.ts";
import { DEMO_ACCOUNTS } from "./access/index.ts";
import { readConfig } from "./kernel/config.ts";
import { silentLog, startEmbeddedPostgres } from "@jinengtong/embedded-postgres";
import { FileStore } from "./kernel/files.ts";
import { migrate } from "./kernel/migrate.ts";
import { createServices } from "./platform.ts";
import { createTestApp } from "./test/index.ts";
import { temporaryDirectory } from "@jinengtong/embedded-postgres/temporary-directory";

/** Behaviour when machines fail: a clear refusal, nothing lost, nothing done twice. */

describe("the database goes away", () => {
  it("is said at once and plainly, and all is well when it is back, without a restart", async () => {
    const dataDir = await mkdtemp(path.join(temporaryDirectory(), "gone-"));
    const first = await startEmbeddedPostgres({ dataDir, log: silentLog, throwaway: true });
    const port = Number(new URL(first.url).port);
    const owner = new Pool({ connectionString: first.url, max: 2 });
    await migrate(owner).finally(() => owner.end());
    const services = await createServices(readConfig({ DATA_DIR: dataDir, DEMO: "0" }), first.url);
    services.log.level = "silent";
    const app = await createApp(services);
    const read = async () => {
      const response = await app.inject({
        method: "POST",
        url: "/api/v1/session",
        payload: { username: "nobody", password: "nothing" },
      });
      return { status: response.statusCode, code: response.json().code as string | undefined };
    };
    expect((await read()).status).toBe(401);
    await first.stop();
    for (let n = 0; n < 3; n += 1) expect(await read()).toEqual({ status: 503, code: "database-unavailable" });
    expect((await app.inject({ url: "/readyz" })).statusCode).toBe(503);
    expect((await app.inject({ url: "/healthz" })).json()).toEqual({ status: "ok" });
    const again = await startEmbeddedPostgres({ dataDir, port, log: silentLog, throwaway: true });
    expect((await read()).status).toBe(401);
    expect((await app.inject({ url: "/readyz" })).statusCode).toBe(200);
    await app.close();
    await services.database.destroy();
    await again.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
});

describe("the process is killed while a batch is made", () => {
  let dataDir: string;
  let child: ChildProcess;
  let address = "";

  const start = async (): Promise<void> => {
    child = spawn(process.execPath, [path.join(import.meta.dirname, "main.ts")], {
      env: { ...process.env, DATA_DIR: dataDir, PORT: "0", PAGES: "0", DATABASE_URL: undefined },
      stdio: ["ignore", "pipe", "ignore"],
    });
    let output = "";
    address = await new Promise<string>((resolve, reject) => {
      child.once("exit", () => reject(new Error("did not start")));
      child.stdout?.on("data", (chunk: Buffer) => {
        output += chunk.toString();
        const ready = /ready (http:\S+)/.exec(output);
        if (ready) resolve(ready[1] ?? "");
      });
    });
  };
  const kill = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await gone;
  };

  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(temporaryDirectory(), "killed-"));
    await start();
  }, 60_000);
  afterAll(async () => {
    await kill("SIGTERM");
    await rm(dataDir, { recursive: true, force: true });
  });

  it("the same request again finds either all of it or none, and pays no claim twice", async () => {
    const { username, password } = DEMO_ACCOUNTS.find((account) => account.role === "finance") ?? {
      username: "",
      password: "",
    };
    const enter = async (): Promise<Record<string, string>> => {
      const response = await fetch(`${address}/api/v1/session`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ username, password }),
      });
      const { csrfToken } = (await response.json()) as { csrfToken: string };
      return {
        cookie: String(response.headers.get("set-cookie")).split(";")[0] ?? "",
        "x-csrf-token": csrfToken,
        "content-type": "application/json",
      };
    };
    let headers = await enter();
    const { rows: sources } = (await (await fetch(`${address}/api/v1/fund/sources`, { headers })).json()) as {
      rows: { id: string; code: string }[];
    };
    const made: string[] = [];
    for (const [index, after] of [3, 12, 25].entries()) {
      const source = sources[index % sources.length];
      const request = {
        method: "POST",
        body: JSON.stringify({ sourceId: source?.id }),
        headers: { ...headers, "idempotency-key": `kill-${index}` },
      };
      const answer = fetch(`${address}/api/v1/payment-batches`, request).catch(() => null);
      await sleep(after);
      await kill("SIGKILL");
      await answer;
      await start();
      headers = await enter();
      const again = await fetch(`${address}/api/v1/payment-batches`, {
        ...request,
        headers: { ...headers, "idempotency-key": `kill-${index}` },
      });
      const body = (await again.json()) as { number?: string; code?: string };
      expect([200, 422]).toContain(again.status);
      made.push(body.number ?? body.code ?? "");
    }
    expect(made.filter((each) => each.startsWith("BF"))).toSatisfy(
      (numbers: string[]) => new Set(numbers).size === numbers.length,
    );
    const report = spawnSync(process.execPath, [path.join(import.meta.dirname, "admin/command.ts"), "verify"], {
      env: { ...process.env, DATA_DIR: dataDir },
      encoding: "utf8",
    });
    expect(JSON.parse(report.stdout)).toMatchObject({ ok: true });
  }, 90_000);
});

describe("the disk is full", () => {
  const mount = path.join(tmpdir(), `full-${randomUUID().slice(0, 8)}`);
  const mounted =
    process.platform === "linux" &&
    process.getuid?.() === 0 &&
    (spawnSync("mkdir", [mount]), spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", mount]).status === 0);
  afterAll(() => {
    if (mounted) spawnSync("umount", [mount]);
  });

  it.skipIf(!mounted)("an upload is refused with what to do, and nothing half-written stays", async () => {
    const app = await createTestApp();
    await mkdir(path.join(mount, "files"));
    Object.assign(app.services, { files: new FileStore(path.join(mount, "files")) });
    const finance = await app.as("finance");
    const response = await finance.inject({
      method: "POST",
      url: "/api/v1/bank-returns/import",
      headers: { "content-type": "multipart/form-data; boundary=X" },
      payload: Buffer.concat([
        Buffer.from(
          '--X\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n',
        ),
        Buffer.alloc(500_000, "a"),
        Buffer.from("\r\n--X--\r\n"),
      ]),
    });
    expect([response.statusCode, response.json().code]).toEqual([507, "storage-full"]);
    expect(spawnSync("find", [mount, "-type", "f"], { encoding: "utf8" }).stdout).toBe("");
    await app.close();
  });
});

describe("what the platform verifies", () => {
  it("holds in an empty database too", async () => {
    const app = await createTestApp();
    expect(await verify(app.services)).toMatchObject({ ok: true });
    await app.close();
  });
});
