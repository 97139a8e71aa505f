/** Machines fail under people at work: what must be true afterwards is that nothing acknowledged is lost, and nothing done twice. */
import { setTimeout as sleep } from "node:timers/promises";
import { county } from "@jinengtong/county";
import { silentLog, startEmbeddedPostgres } from "@jinengtong/embedded-postgres";
import pg from "pg";
import { createAdmin } from "../../server/src/admin/create-admin.ts";
import { verify } from "../../server/src/admin/verify.ts";
import { readConfig } from "../../server/src/kernel/config.ts";
import { migrate } from "../../server/src/kernel/migrate.ts";
import { createServices } from "../../server/src/platform.ts";
import { creditCode } from "../residents.ts";
import { Clerk, type Answers, type Reply } from "./clerk.ts";
import { Processes } from "./processes.ts";
import { lists, organisations, papers, rooms, type Act, type Work } from "./work.ts";

export interface Plan {
  /** An empty directory, or one with a migrated cluster. */
  dataDir: string;
  processes: number;
  strikes: number;
}

export interface Outcome {
  acknowledged: number;
  answers: Answers;
  /** Everything that should not be; empty when all held. */
  faults: string[];
  /** Until all work was done after the last strike. */
  settledAfterMs: number;
}

/** Each in turn: a process is killed, all connections are cut, the database stops at once and recovers. */
const STRIKES = ["process", "connections", "database"] as const;
const SETTLE_MS = 75_000;

interface Done {
  work: Work;
  name: string;
  act: Act;
  reply: Reply;
}

/** One clerk at one kind of act, again and again. */
class Shift {
  readonly done: Done[] = [];
  readonly clerk: Clerk;
  readonly #work: Work;

  constructor(clerk: Clerk, work: Work) {
    this.clerk = clerk;
    this.#work = work;
  }

  async run(stopped: () => boolean): Promise<void> {
    for (let n = 1; !stopped(); n += 1) {
      const name = `${this.#work.name} ${n}`;
      const act = this.#work.act(name, n);
      const reply = await this.clerk.send("POST", act.url, `strike ${name}`, act.body);
      this.done.push({ work: this.#work, name, act, reply });
      await sleep(20);
    }
  }
}

export async function underStrikes(plan: Plan, tell: (line: string) => void = () => {}): Promise<Outcome> {
  const cluster = await startEmbeddedPostgres({ dataDir: plan.dataDir, log: silentLog });
  const owner = new pg.Pool({ connectionString: cluster.url, max: 2 });
  owner.on("error", () => {});
  owner.on("connect", (client) => client.on("error", () => {}));
  let processes: Processes | null = null;
  try {
    await migrate(owner);
    const password = await firstAdmin(plan.dataDir, cluster.url);
    processes = await Processes.start({ databaseUrl: cluster.url, dataDir: plan.dataDir, count: plan.processes });
    const shifts = await people(processes, password);
    const end = new AbortController();
    const working = Promise.all(shifts.map((shift) => shift.run(() => end.signal.aborted)));
    working.catch(() => end.abort());
    const acknowledged = (): number => shifts.reduce((sum, { done }) => sum + done.length, 0);
    for (let n = 0; n < plan.strikes; n += 1) {
      const before = acknowledged();
      const kind = STRIKES[n % STRIKES.length] ?? "process";
      await strike(kind, n, processes, owner);
      // The next one strikes people at work again.
      while (acknowledged() < before + shifts.length && processes.losses.length === 0 && !end.signal.aborted)
        await sleep(50);
      tell(`strike ${n + 1}: ${kind}, ${acknowledged()} acts acknowledged`);
    }
    end.abort();
    await working;
    const answers = totals(shifts.map(({ clerk }) => clerk.answers));
    const settling = performance.now();
    const faults = [
      ...processes.losses,
      ...oddAnswers(answers),
      ...(await lost(shifts, owner)),
      ...(await unsettled(shifts)),
    ];
    const settledAfterMs = performance.now() - settling;
    return {
      acknowledged: acknowledged(),
      answers,
      faults: [...faults, ...(await falsehoods(plan.dataDir, cluster.url))],
      settledAfterMs,
    };
  } finally {
    await processes?.stop();
    await owner.end().catch(() => {});
    await cluster.stop();
  }
}

async function strike(kind: (typeof STRIKES)[number], n: number, processes: Processes, owner: pg.Pool): Promise<void> {
  if (kind === "process") return processes.strike(Math.floor(n / STRIKES.length) % processes.count);
  if (kind === "connections") {
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name like 'jinengtong%' and pid <> pg_backend_pid()`,
    );
    return;
  }
  const { rows } = await owner.query<{ text: string }>("select pg_read_file('postmaster.pid') as text");
  // Immediate shutdown: no checkpoint, the log is replayed at the next start.
  process.kill(Number.parseInt(rows[0]?.text ?? "", 10), "SIGQUIT");
}

async function firstAdmin(dataDir: string, url: string): Promise<string> {
  const services = await createServices(readConfig({ DATA_DIR: dataDir, DEMO: "0" }), url, { env: {} });
  try {
    const admin = await createAdmin(services, { username: "admin", name: "管理员", region: county().region.code });
    return admin.password;
  } finally {
    await services.database.destroy();
  }
}

/** An administrator, a school's two clerks and an officer, each at one kind of act. */
async function people(processes: Processes, password: string): Promise<Shift[]> {
  const admin = await Clerk.begin(processes, "admin", password);
  const region = county().region.code;
  const town = county().towns[0]?.code;
  const school = await admin.send("POST", "/api/v1/organisations", "", {
    uscc: creditCode(1),
    name: "第一职业培训学校",
    kind: "training-institution",
    town,
    address: "学校路 1 号",
  });
  const organisationId = String(school["id"]);
  const opened = async (username: string, role: string, more: object = {}): Promise<Clerk> => {
    const { initialPassword } = await admin.send("POST", "/api/v1/accounts", "", {
      username,
      name: username,
      role,
      region,
      ...more,
    });
    return Clerk.begin(processes, username, String(initialPassword));
  };
  return [
    new Shift(admin, organisations),
    new Shift(await opened("school1", "institution", { organisationId }), rooms(organisationId)),
    new Shift(await opened("school2", "institution", { organisationId }), papers),
    new Shift(await opened("reviewer1", "reviewer"), lists),
  ];
}

function totals(all: readonly Answers[]): Answers {
  const sum: Answers = new Map();
  for (const answers of all) for (const [answer, n] of answers) sum.set(answer, (sum.get(answer) ?? 0) + n);
  return sum;
}

const oddAnswers = (answers: Answers): string[] =>
  [...answers].filter(([answer]) => !["200", "503", "away"].includes(answer)).map(([answer, n]) => `${n} × ${answer}`);

/** Acknowledged acts that are not on record exactly once. */
async function lost(shifts: readonly Shift[], owner: pg.Pool): Promise<string[]> {
  const faults: string[] = [];
  for (const { done } of shifts) {
    const recorded = await done[0]?.work.recorded(owner);
    for (const { name } of done) {
      const times = recorded?.get(name) ?? 0;
      if (times !== 1) faults.push(`${name} was acknowledged and is on record ${times} times`);
    }
  }
  return faults;
}

/** Acknowledged acts whose consequences don't come within a minute and a little. */
async function unsettled(shifts: readonly Shift[]): Promise<string[]> {
  const until = performance.now() + SETTLE_MS;
  const faults: string[] = [];
  for (const { clerk, done } of shifts)
    for (const { work, name, reply, act } of done) {
      let missing = (await work.missing?.(clerk, reply, act)) ?? null;
      for (; missing !== null && performance.now() < until; await sleep(500))
        missing = (await work.missing?.(clerk, reply, act)) ?? null;
      if (missing !== null) faults.push(`${name}: ${missing}`);
    }
  return faults;
}

async function falsehoods(dataDir: string, url: string): Promise<string[]> {
  const services = await createServices(readConfig({ DATA_DIR: dataDir, DEMO: "0" }), url, { env: {} });
  try {
    const { checks } = await verify(services);
    return checks.flatMap(({ name, differences }) => differences.map((difference) => `verify, ${name}: ${difference}`));
  } finally {
    await services.database.destroy();
  }
}
