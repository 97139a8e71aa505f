/** The simulated county's platform: database, services, application and queue on one moving clock, and what reaches people's phones. */
import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { county } from "@jinengtong/county";
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import pg from "pg";
import { todayInShanghai, type CivilDate } from "@jinengtong/standards";
import { createAdmin } from "../server/src/admin/create-admin.ts";
import { createApp } from "../server/src/app.ts";
import { sealAudit } from "../server/src/kernel/audit.ts";
import { readConfig } from "../server/src/kernel/config.ts";
import { migrate } from "../server/src/kernel/migrate.ts";
import { openDrain, type QueueDrain, type Schedule } from "../server/src/kernel/queue.ts";
import type { Services } from "../server/src/kernel/services.ts";
import { createServices } from "../server/src/platform.ts";
import { installClock, letFunctionsSeeClock, MovingClock } from "./clock.ts";
import { History } from "./history.ts";
import { timed, type TimedSchedule } from "./schedules.ts";
import { Stopwatch } from "./stopwatch.ts";

export interface Place {
  /** An empty database, as its owner. */
  ownerUrl: string;
  /** An empty directory for keys and files. */
  dataDir: string;
}

const MOMENT_MS = 200;

/** Sign-in and registration keep no answer under a key, so that they can't be sent again unseen. */
const isRepeatable = (url: string): boolean => !/^\/api\/v1\/(session|people$|accounts|me\/password)/u.test(url);

/** Burns down with each statement; at zero the connection that carries the statement is cut. */
interface Fuse {
  left: number;
  cut(pid: number): Promise<unknown>;
}

/** Lays the fuse along a connection. */
function lay(fuse: Fuse, client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  const { processID } = client as unknown as { processID: number };
  client.query = ((...given: unknown[]) => {
    if (fuse.left === 0 || typeof given.at(-1) === "function") return query(...given);
    fuse.left -= 1;
    return fuse.left > 0 ? query(...given) : fuse.cut(processID).then(() => query(...given));
  }) as typeof client.query;
}

/** Text messages by phone. */
type Phones = Map<string, string[]>;

/** One process of the platform: what a restart replaces. */
interface Process {
  services: Services;
  app: FastifyInstance;
  queue: QueueDrain;
}

export class World {
  readonly history = new History();
  readonly watch = new Stopwatch();
  readonly clock: MovingClock;
  readonly place: Place;
  /** As the database's owner: for the clock, strikes, and what invariants look up. Acts never use it. */
  readonly owner: pg.Pool;
  readonly #texts: Phones;
  #process: Process;
  readonly #schedules: readonly TimedSchedule[];
  /** Schedules have run until here. */
  #scheduledTo: Date;
  readonly #fuse: Fuse;
  #strike: { kind: "connection" | "process"; statement: number } | null = null;
  #addresses = 0;

  private constructor(place: Place, clock: MovingClock, owner: pg.Pool, process: Process, texts: Phones, fuse: Fuse) {
    this.#fuse = fuse;
    this.#texts = texts;
    this.place = place;
    this.clock = clock;
    this.owner = owner;
    this.#process = process;
    this.#schedules = process.services.house.queueWork.schedules.map(timed);
    this.#scheduledTo = clock.now();
  }

  /** Founds a county with nothing in it but its first administrator, whose password is returned. */
  static async found(place: Place, start: Date): Promise<{ world: World; password: string }> {
    await mkdir(place.dataDir, { recursive: true });
    await installClock(place.ownerUrl, start);
    const owner = new pg.Pool({ connectionString: place.ownerUrl, max: 2 });
    owner.on("error", () => {});
    await migrate(owner);
    await letFunctionsSeeClock(owner);
    const clock = new MovingClock(start);
    const texts: Phones = new Map();
    const fuse: Fuse = { left: 0, cut: (pid) => owner.query("select pg_terminate_backend($1, 2000)", [pid]) };
    const process = await startProcess(place, clock, texts, fuse);
    const world = new World(place, clock, owner, process, texts, fuse);
    const admin = { username: "admin", name: "管理员", region: county().region.code };
    const { password } = await createAdmin(process.services, admin);
    return { world, password };
  }

  get services(): Services {
    return this.#process.services;
  }

  get today(): CivilDate {
    return todayInShanghai(this.clock.now());
  }

  /** Addresses of browsers, one for each. */
  nextAddress(): string {
    const n = (this.#addresses += 1);
    return `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`;
  }

  /** Text messages that reached a phone, oldest first. */
  textsOf(phone: string): readonly string[] {
    return this.#texts.get(phone) ?? [];
  }

  note(actor: string, act: string, about: string, outcome: string): void {
    const local = new Date(this.clock.now().getTime() + 8 * 3_600_000).toISOString();
    this.history.note({ day: local.slice(0, 10), time: local.slice(11, 16), actor, act, about, outcome });
  }

  /**
   * Sends a request. A change takes its moment, so that no two share an instant and lists by time have one order. Who is told to come back
   * later sends the same again, under the same key.
   */
  async request(options: InjectOptions): Promise<LightMyRequestResponse> {
    if (options.method === "GET") return this.watch.time("reads", async () => this.#process.app.inject(options));
    await this.clock.moveTo(this.owner, new Date(this.clock.now().getTime() + MOMENT_MS));
    const strike = isRepeatable(String(options.url)) ? this.#strike : null;
    if (strike) {
      this.#strike = null;
      this.#fuse.left = strike.statement;
    }
    let response = await this.watch.time("changes", async () => this.#process.app.inject(options));
    this.#fuse.left = 0;
    if (strike?.kind === "process") await this.#replaceProcess();
    for (let tries = 1; response.statusCode === 503 && tries < 5; tries += 1)
      response = await this.#process.app.inject(options);
    return response;
  }

  /**
   * The next change is struck at this statement of its transaction: its connection dies, and with it, for `process`, the whole process,
   * which another one replaces.
   */
  strike(kind: "connection" | "process", statement: number): void {
    this.#strike = { kind, statement };
  }

  /** Nothing is shut down: the old process's connections are cut, and a new process finds what it left. */
  async #replaceProcess(): Promise<void> {
    const old = this.#process;
    await this.owner.query(
      `select pg_terminate_backend(pid, 2000) from pg_stat_activity
       where datname = current_database() and application_name like 'jinengtong%'`,
    );
    this.#process = await startProcess(this.place, this.clock, this.#texts, this.#fuse);
    await stopProcess(old).catch(() => {});
  }

  /** Waits until all background work that is due is done. */
  async settle(): Promise<void> {
    await this.watch.time("background work", () => this.#process.queue.drain());
  }

  /** A moment of the day between what people do at its hours: nothing falls due at it. */
  async passTo(time: string): Promise<void> {
    await this.clock.moveTo(this.owner, instantOf(this.today, time));
  }

  /**
   * Moves to a time of today or a later day, `HH:MM` in China. A schedule that falls due on the way runs at its minute; one that falls due
   * several times runs once, on arrival.
   */
  async moveTo(day: CivilDate, time: string): Promise<void> {
    const target = instantOf(day, time);
    for (const [at, due] of this.#due(this.#scheduledTo, target)) {
      await this.clock.moveTo(this.owner, new Date(Math.max(at, this.clock.now().getTime())));
      for (const schedule of due) await this.watch.time(`schedule ${schedule.name}`, () => schedule.run(this.services));
      await this.settle();
    }
    this.#scheduledTo = target;
    await this.watch.time("sealing the audit log", async () => {
      while ((await sealAudit(this.services)) > 0);
    });
  }

  /** Schedules that fall due after `from` and until `to`, by the time at which they are to run; the last time is `to`. */
  #due(from: Date, to: Date): Map<number, Schedule[]> {
    const runs = this.#schedules.flatMap((schedule) => {
      const times = schedule.timesBetween(from, to);
      const [first] = times;
      return first === undefined ? [] : [{ schedule, at: times.length === 1 ? first : to.getTime() }];
    });
    const inOrder = Map.groupBy(
      runs.toSorted((a, b) => a.at - b.at),
      ({ at }) => at,
    );
    return new Map([...inOrder].map(([at, due]) => [at, due.map(({ schedule }) => schedule)])).set(
      to.getTime(),
      (inOrder.get(to.getTime()) ?? []).map(({ schedule }) => schedule),
    );
  }

  async close(): Promise<void> {
    await stopProcess(this.#process);
    await this.owner.end();
  }
}

const instantOf = (day: CivilDate, time: string): Date => new Date(`${day}T${time}:00+08:00`);

/** People who arrive together are numbered by the keyed hash of their ID numbers, so the same history needs the same key. */
const SEALING_KEYS = JSON.stringify({
  current: "k1",
  keys: { k1: createHash("sha256").update("keys of a simulated county").digest("base64") },
});

async function startProcess(place: Place, clock: MovingClock, texts: Phones, fuse: Fuse): Promise<Process> {
  const config = readConfig({ DATA_DIR: place.dataDir, PORT: "0", DEMO: "0", POOL_SIZE: "4" });
  const services = await createServices(config, place.ownerUrl, { clock, env: { SEALING_KEYS } });
  services.pool.on("connect", (client) => lay(fuse, client));
  services.log.level = process.env["LOG_LEVEL"] ?? "silent";
  services.sms = { send: async (phone, text) => void texts.set(phone, [...(texts.get(phone) ?? []), text]) };
  return {
    services,
    app: await createApp(services),
    queue: openDrain(place.ownerUrl, services, services.house.queueWork),
  };
}

async function stopProcess({ app, queue, services }: Process): Promise<void> {
  await app.close();
  await queue.close();
  await services.database.destroy();
}
