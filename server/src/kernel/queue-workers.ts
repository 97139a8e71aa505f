import { EventEmitter } from "node:events";
import type { WorkerEvents } from "graphile-worker";
import pg from "pg";
import type { Logger } from "pino";

const RETRY_MS = 500;
const SWEEP_MS = 30_000;
/** A process that has just taken its first job may not have its lock yet. */
const SURELY_LOCKED = "20 seconds";

const key = (id: string): string => `hashtextextended(${id}, 0)`;

/** Jobs of pools of workers that nobody holds the lock of are given back; returns how many pools were gone. */
export async function freeJobsOfGoneWorkers(pool: pg.Pool): Promise<number> {
  const gone = await pool.query<{ id: string }>(
    `select locked_by as id from graphile_worker._private_jobs
     where locked_by is not null and locked_at < now() - interval '${SURELY_LOCKED}'
     group by locked_by having pg_try_advisory_xact_lock(${key("locked_by")})`,
  );
  if (gone.rows.length > 0)
    await pool.query("select graphile_worker.force_unlock_workers($1::text[])", [gone.rows.map((row) => row.id)]);
  return gone.rows.length;
}

/**
 * A process holds a session lock of the database in the name of its pool of workers for as long as it lives, so that the others know
 * whose jobs to take over: the queue writes the pool, not the worker, into the jobs it takes. The queue itself would wait four hours.
 */
export class LivingWorkers {
  readonly events: WorkerEvents = new EventEmitter();
  readonly #ids = new Set<string>();
  readonly #url: string;
  readonly #log: Logger;
  #client: pg.Client | null = null;
  #stopped = false;

  constructor(url: string, log: Logger) {
    this.#url = url;
    this.#log = log;
    this.events.on("pool:create", ({ workerPool }) => {
      this.#ids.add(workerPool.id);
      void this.#client?.query(`select pg_advisory_lock(${key("$1")})`, [workerPool.id]).catch(() => {});
    });
  }

  /** Connects, and connects again whenever the connection is lost. */
  async start(pool: pg.Pool): Promise<void> {
    await this.#hold();
    const sweep = async (): Promise<void> => {
      const freed = await freeJobsOfGoneWorkers(pool);
      if (freed > 0) this.#log.warn({ workers: freed }, "jobs of workers that are gone were given back");
    };
    await sweep();
    const timer = setInterval(() => {
      if (this.#stopped) clearInterval(timer);
      else sweep().catch(() => {});
    }, SWEEP_MS).unref();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#client?.end().catch(() => {});
  }

  /** While the database is away, no lock is lost that another process could see. */
  async #hold(): Promise<void> {
    if (this.#stopped) return;
    const client = new pg.Client({ connectionString: this.#url, application_name: "jinengtong-queue-workers" });
    client.on("error", () => {});
    const again = (): void => {
      this.#client = null;
      setTimeout(() => void this.#hold(), RETRY_MS).unref();
    };
    try {
      await client.connect();
      client.once("end", again);
      this.#client = client;
      for (const id of this.#ids) await client.query(`select pg_advisory_lock(${key("$1")})`, [id]);
    } catch {
      if (this.#client === null) again();
    }
  }
}
