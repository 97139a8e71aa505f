/**
 * Set-up shared by the benchmarks: a durable embedded database in a directory of its own, a demo county, the platform started like
 * in production (a process of its own), and signed-in sessions.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { tokenHash } from "../server/src/access/session/sessions.ts";
import { generateCounty } from "../server/src/demo/index.ts";
import { readConfig } from "../server/src/kernel/config.ts";
import { silentLog, startEmbeddedPostgres, useEmbeddedPostgres } from "@jinengtong/embedded-postgres";
import { migrate } from "../server/src/kernel/migrate.ts";
import type { Services } from "../server/src/kernel/services.ts";
import { createServices } from "../server/src/platform.ts";

const ROOT = path.resolve(import.meta.dirname, "..");

export interface PlatformOptions {
  /** People in the county, overridden by `BENCH_PEOPLE`; 0 leaves the database empty. */
  people: number;
  /** Also serves the pages. */
  pages?: boolean;
  /** A directory with a county that was filled before, which is kept. */
  dataDir?: string;
}

export interface BenchPlatform {
  /** Base URL. */
  url: string;
  /** Process id of the platform. */
  pid: number;
  people: number;
  /** The database as its owner, with as many connections as the platform has. */
  owner: pg.Pool;
  databaseUrl: string;
  /** The platform's services in this process, for set-up by its own functions. */
  services: Services;
  close(): Promise<void>;
}

/**
 * Starts the platform over a county of so many people. `BENCH_DATA_DIR` names a directory that `npm run demo-data` filled before:
 * then that is used (and kept), which saves minutes where the county is large.
 */
export async function startPlatform(options: PlatformOptions): Promise<BenchPlatform> {
  const given = options.dataDir ?? process.env["BENCH_DATA_DIR"];
  const dataDir = given ?? (await mkdtemp(path.join(tmpdir(), "jinengtong-bench-")));
  if (given === undefined) await fillCounty(dataDir, Number(process.env["BENCH_PEOPLE"] ?? options.people));
  const child = spawn(process.execPath, startArguments(), {
    cwd: ROOT,
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: "0",
      DEMO: "0",
      LOG_LEVEL: "error",
      ...(options.pages ? {} : { PAGES: "0" }),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  // A failing benchmark leaves no process behind.
  process.on("exit", () => child.kill("SIGKILL"));
  const url = await readyAt(child);
  const embedded = await useEmbeddedPostgres({ dataDir, log: silentLog });
  const owner = new pg.Pool({
    connectionString: embedded.url,
    max: 16,
    application_name: "jinengtong-bench",
  });
  owner.on("error", () => {});
  const services = await createServices(readConfig({ DATA_DIR: dataDir, DEMO: "0" }), embedded.url);
  services.log.level = "silent";
  const counted = await owner.query<{ n: number }>("select count(*)::int as n from person");
  return {
    url,
    pid: child.pid ?? 0,
    people: counted.rows[0]?.n ?? 0,
    owner,
    databaseUrl: embedded.url,
    services,
    async close() {
      await owner.end();
      await services.database.destroy();
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
      if (given === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Node arguments of `npm start`, so that benchmarks measure the platform as it is started. */
function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as {
    scripts: { start: string };
  };
  return scripts.start.split(" ").slice(1);
}

/** Fills an empty directory with a county of so many people; `make` may be `loadCounty`, which also lets a night pass. */
export async function fillCounty(dataDir: string, people: number, make = generateCounty): Promise<void> {
  const embedded = await startEmbeddedPostgres({ dataDir, log: silentLog });
  const pool = new pg.Pool({ connectionString: embedded.url, max: 2 });
  await migrate(pool);
  await pool.end();
  const services = await createServices(readConfig({ DATA_DIR: dataDir, DEMO: "0" }), embedded.url);
  services.log.level = "silent";
  if (people > 0) {
    process.stdout.write(`making a county of ${people.toLocaleString("en")} people…\n`);
    await make(services, embedded.url, { people });
  }
  await services.database.destroy();
  await embedded.stop();
}

async function readyAt(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("the platform has no standard output");
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith("ready ")) return line.slice(6);
  }
  throw new Error("the platform ended before it served");
}

/** A signed-in account. */
export interface SignedIn {
  accountId: string;
  personId: string | null;
  cookie: string;
  csrfToken: string;
}

/** Opens a session for each account in one statement; returns them in order. */
export async function openSessions(
  { owner }: BenchPlatform,
  accounts: readonly { accountId: string; personId: string | null }[],
): Promise<SignedIn[]> {
  const opened = accounts.map((account, n) => ({
    ...account,
    // One session an account, also when it is asked for again.
    token: `bench-session-${process.pid}-${account.accountId}`,
    csrfToken: `bench-forgery-${n}`,
  }));
  await owner.query(
    `insert into session (token_hash, account_id, csrf_token, created_at, rotated_at, last_seen_at, expires_at)
     select h, a, c, now(), now(), now(), now() + interval '12 hours'
     from unnest($1::bytea[], $2::uuid[], $3::text[]) as t (h, a, c) on conflict do nothing`,
    [
      opened.map(({ token }) => tokenHash(token)),
      opened.map(({ accountId }) => accountId),
      opened.map(({ csrfToken }) => csrfToken),
    ],
  );
  return opened.map(({ token, ...rest }) => ({ ...rest, cookie: `jnt_session=${token}` }));
}

export interface Enrolled extends SignedIn {
  personId: string;
  classId: string;
  enrolmentId: string;
}

/** Picks `count` learners from the whole county, each enrolled in at least one class, with one class each. */
export async function someLearners(platform: BenchPlatform, count: number): Promise<Enrolled[]> {
  const found = await platform.owner.query<FoundLearner>(
    `select distinct on (a.id) a.id as "accountId", e.person_id as "personId", e.class_id as "classId", e.id as "enrolmentId"
     from enrolment e join account a on a.person_id = e.person_id
     where a.state = 'active' and e.state in ('applied', 'enrolled', 'completed', 'failed')
     order by a.id, e.created_at desc limit $1`,
    [count],
  );
  return withSessions(platform, found.rows);
}

/** Learners of the classes that learn online, each with the first lesson of this kind. */
export async function lessonLearners(
  platform: BenchPlatform,
  kind: "video" | "quiz",
  count: number,
): Promise<(Enrolled & { lessonId: string })[]> {
  const found = await platform.owner.query<FoundLearner & { lessonId: string }>(
    `select distinct on (a.id) a.id as "accountId", e.person_id as "personId", e.class_id as "classId", e.id as "enrolmentId",
       l.id as "lessonId"
     from lesson l join class_course k on k.course_id = l.course_id join enrolment e on e.class_id = k.class_id
       join account a on a.person_id = e.person_id
     where l.kind = $2 and a.state = 'active' and e.state in ('enrolled', 'completed', 'failed')
     order by a.id, l.ordinal limit $1`,
    [count, kind],
  );
  return withSessions(platform, found.rows);
}

type FoundLearner = Omit<Enrolled, "cookie" | "csrfToken">;

async function withSessions<L extends FoundLearner>(
  platform: BenchPlatform,
  learners: readonly L[],
): Promise<(L & Pick<SignedIn, "cookie" | "csrfToken">)[]> {
  const sessions = await openSessions(platform, learners);
  return learners.map((learner, n) => ({
    ...learner,
    cookie: sessions[n]?.cookie ?? "",
    csrfToken: sessions[n]?.csrfToken ?? "",
  }));
}
