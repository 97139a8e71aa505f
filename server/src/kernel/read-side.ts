import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { sql, type Database } from "./database.ts";

/** A replica that is further behind than this is not read: the main database answers. */
const FAR_BEHIND_MS = 60_000;
const PATIENCE_MS = 1_500;
/** One that didn't answer is left alone for a while, so that not every export waits for it. */
const LEFT_ALONE_MS = 10_000;

/** Where something long is read. */
export interface ReadFrom {
  database: Database;
  /** When what a replica shows was true; null on the main database, which shows what is. */
  asOf: Date | null;
}

/** Chooses where workbooks are read: from a streaming replica, if there is one that keeps up, else from the main database. */
export class ReadSide {
  readonly #main: Database;
  readonly #replica: Database | null;
  readonly #log: Pick<Logger, "warn">;
  #askedAgainAt = 0;

  constructor(main: Database, replica: Database | null, log: Pick<Logger, "warn">) {
    this.#main = main;
    this.#replica = replica;
    this.#log = log;
  }

  /** Never fails for the replica's sake: one that is away or far behind is passed over. */
  async choose(now: Date): Promise<ReadFrom> {
    const main = { database: this.#main, asOf: null };
    if (this.#replica === null || performance.now() < this.#askedAgainAt) return main;
    const asOf = await Promise.race([this.#asOf(this.#replica, now).catch(() => null), sleep(PATIENCE_MS, null)]);
    if (asOf !== null && now.getTime() - asOf.getTime() <= FAR_BEHIND_MS) return { database: this.#replica, asOf };
    this.#askedAgainAt = performance.now() + LEFT_ALONE_MS;
    this.#log.warn({ asOf }, "the replica is away or far behind; the main database is read");
    return main;
  }

  /** Now, where everything that the main database has committed is there; else the last commit that is. */
  async #asOf(replica: Database, now: Date): Promise<Date | null> {
    const main = await sql<{ at: string }>`select pg_current_wal_lsn()::text as at`.execute(this.#main);
    const found = await sql<{ level: boolean | null; replayed: Date | null }>`
      select pg_last_wal_replay_lsn() >= ${main.rows[0]?.at ?? "0/0"}::pg_lsn as level, pg_last_xact_replay_timestamp() as replayed
      where pg_is_in_recovery()`.execute(replica);
    const [row] = found.rows;
    return row?.level ? now : (row?.replayed ?? null);
  }
}
