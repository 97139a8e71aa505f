/**
 * How many learners can open their pages at once? `me/home` and a class page, signed in, 50 connections, the load generator on the same
 * machine; against one bare indexed SELECT by the same driver with as many in flight.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import pg from "pg";
import { openSession } from "../../server/src/access/index.ts";
import { createApp } from "../../server/src/app.ts";
import { readConfig } from "../../server/src/kernel/config.ts";
import { silentLog, startEmbeddedPostgres } from "../../server/src/kernel/embedded-postgres/index.ts";
import { migrate } from "../../server/src/kernel/migrate.ts";
import { createServices } from "../../server/src/platform.ts";
import { writeLearners } from "./county.ts";

const LEARNERS = 3_000;
const SIGNED_IN = 300;
const CONNECTIONS = 50;
const SECONDS = 8;

const dataDir = await mkdtemp(path.join(tmpdir(), "jinengtong-bench-"));
const postgres = await startEmbeddedPostgres({ dataDir, log: silentLog });
const pool = new pg.Pool({ connectionString: postgres.url, max: 2 });
await migrate(pool);
await pool.end();
const services = await createServices(readConfig({ DATA_DIR: dataDir, PORT: "0", DEMO: "0" }), postgres.url);
services.log.level = "silent";
const owner = new pg.Client({ connectionString: postgres.url });
await owner.connect();
const learners = await writeLearners(owner, LEARNERS);
await owner.end();
const app = await createApp(services);
const url = await app.listen({ host: "127.0.0.1", port: 0 });

const signedIn: { cookie: string; class: string }[] = [];
for (const learner of learners.slice(0, SIGNED_IN)) {
  const { id } = await services.database
    .selectFrom("account")
    .select("id")
    .where("person_id", "=", learner.person)
    .executeTakeFirstOrThrow();
  const { token } = await openSession(services.database, id, { now: new Date() });
  signedIn.push({ cookie: `jnt_session=${token}`, class: learner.class });
}

interface Load {
  perSecond: number;
  p50: number;
  p99: number;
  max: number;
  not200: number;
  /** Processor time of the server process for one answer: what stays the same however busy the machine is. */
  serverMs?: number;
}

async function load(pathOf: (learner: (typeof signedIn)[number]) => string, seconds: number): Promise<Load> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, "load.ts")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.end(
    JSON.stringify({
      url,
      connections: CONNECTIONS,
      seconds,
      requests: signedIn.map((learner) => ({ path: pathOf(learner), cookie: learner.cookie })),
    }),
  );
  const before = process.cpuUsage();
  const [answer] = await Promise.all([text(child.stdout), once(child, "exit")]);
  const { user, system } = process.cpuUsage(before);
  const result = JSON.parse(answer) as Load;
  return { ...result, serverMs: Number(((user + system) / 1_000 / (result.perSecond * seconds)).toFixed(3)) };
}

/** One bare indexed SELECT, as many in flight as the pages have connections. */
async function bare(seconds: number): Promise<number> {
  const end = performance.now() + seconds * 1_000;
  let done = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, lane) => {
      for (let at = lane; performance.now() < end; at += 1) {
        await services.pool.query({
          name: "bare",
          text: "select * from person where id = $1",
          values: [learners[at % learners.length]?.person],
        });
        done += 1;
      }
    }),
  );
  return Math.round(done / seconds);
}

const PAGES = {
  // No session, no database: what the server and the load generator cost by themselves.
  nothing: () => "/healthz",
  home: () => "/api/v1/me/home",
  class: (learner: (typeof signedIn)[number]) => `/api/v1/me/classes/${learner.class}`,
};
const figures: Record<string, Load> = {};
for (const [name, pathOf] of Object.entries(PAGES)) {
  await load(pathOf, 2);
  figures[name] = await load(pathOf, SECONDS);
  process.stdout.write(`${name}: ${JSON.stringify(figures[name])}\n`);
}
const select = await bare(4);
await app.close();
await services.database.destroy();
await postgres.stop();
await rm(dataDir, { recursive: true, force: true });
const slowest = Math.min(...Object.values(figures).map((figure) => figure.perSecond));
process.stdout.write(`bare SELECT: ${select}/s\n`);
process.stdout.write(
  `${JSON.stringify({
    bench: "learner-pages",
    figures,
    against: { what: "one bare indexed SELECT by the same driver, per second", perSecond: select },
    ratio: Number((slowest / select).toFixed(2)),
  })}\n`,
);
