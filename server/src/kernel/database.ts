import {
  Kysely,
  PostgresDialect,
  sql,
  type ColumnType,
  type Generated,
  type RawBuilder,
  type Transaction,
} from "kysely";
import type { CivilDate } from "@jinengtong/standards";
import pg from "pg";
import { BatchedLookups } from "./batched-lookups.ts";

/**
 * The tables. Each module adds its own by declaration merging in its `tables.ts`
 * (`declare module "../kernel/database.ts" { interface Tables { … } }`): the module that declares a table is the only one that writes it.
 */
// oxlint-disable-next-line typescript/no-empty-object-type -- filled by the modules
export interface Tables {
  state_history: {
    id: Generated<number>;
    machine: string;
    subject_id: string;
    from_state: string;
    to_state: string;
    at: Generated<Date>;
    account_id: string | null;
    reason: string | null;
  };
  state_transition: { machine: string; from_state: string; to_state: string };
  idempotency_key: {
    owner: string;
    key: string;
    operation: string;
    request_hash: Buffer;
    status: number | null;
    response: Json<unknown> | null;
    created_at: Generated<Date>;
  };
  stored_file: {
    id: Generated<string>;
    sha256: Buffer;
    media_type: string;
    bytes: number;
    name: string;
    purpose: string;
    organisation_id: string | null;
    person_id: string | null;
    uploaded_by: string | null;
    sealed: Generated<boolean>;
    created_at: Generated<Date>;
  };
  audit_log: {
    id: Generated<number>;
    at: Generated<Date>;
    account_id: string | null;
    role: string | null;
    operation: string;
    subject_kind: string | null;
    subject_id: string | null;
    organisation_id: string | null;
    region: string | null;
    detail: Json<Record<string, unknown>>;
    request_id: string | null;
    mac: Buffer;
    nonce: Generated<Buffer | null>;
  };
  audit_head: { seq: number; at: Date; text: string };
  audit_seal: { seq: number; audit_id: number; hash: Buffer };
  long_task: {
    id: Generated<string>;
    kind: string;
    state: Generated<"waiting" | "running" | "done" | "failed">;
    input: Json<unknown>;
    total: Generated<number>;
    done: Generated<number>;
    failed: Generated<number>;
    result: Json<unknown> | null;
    organisation_id: string | null;
    region: string | null;
    started_by: string | null;
    created_at: Generated<Date>;
    finished_at: Date | null;
  };
  /** Versions of policies published in the platform: every process loads them before it decides. */
  policy_version: {
    digest: string;
    number: Generated<number>;
    policy_id: string;
    version: string;
    draft_id: string;
    files: string;
    content: string;
    proof: string;
    statement: string | null;
    proposed_by: string;
    approved_by: string;
    published_on: DateColumn;
    published_at: Generated<Date>;
  };
  message_outbox: {
    id: Generated<number>;
    channel: "sms" | "in-app";
    person_id: string | null;
    account_id: string | null;
    /** Everybody of an organisation. */
    organisation_id: string | null;
    /** Everybody with this role and region: an office. */
    role: string | null;
    region: string | null;
    phone_sealed: Buffer | null;
    template: string;
    body_sealed: Buffer | null;
    body: string | null;
    /** Id of the record that the message leads to. */
    subject: string | null;
    /** Day of a message that counts work which keeps coming; `{n}` in its body stands for the count. */
    day: DateColumn | null;
    count: Generated<number>;
    created_at: Generated<Date>;
    sent_at: Date | null;
    read_at: Date | null;
  };
  /** Reminders sent, each once. */
  reminder: {
    kind: string;
    subject: string;
    recipient: string;
    due_on: DateColumn;
    at: Date;
  };
  /** Days by which something is due: see `due-days.ts`. */
  due_day: {
    kind: string;
    subject: string;
    node: string;
    title: string;
    region: string;
    organisation_id: string | null;
    due_on: DateColumn;
    met_on: DateColumn | null;
    skipped_because: string | null;
  };
  message_reading: {
    account_id: string;
    up_to: number;
    at: Date;
  };
}

/** A jsonb column: read as a value, written as JSON text. Use `json(value)` to write. */
export type Json<T> = ColumnType<T, string, string>;
export const json = (value: unknown): string => JSON.stringify(value);
/** A civil date column: read and written as YYYY-MM-DD text, never as a Date. */
export type DateColumn = ColumnType<CivilDate, string, string>;

export type Database = Kysely<Tables>;
export type Tx = Transaction<Tables>;
export { sql };

// Civil dates stay text; bigint and numeric become numbers, and a bigint beyond the safe range throws.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint out of range: ${text}`);
  return value;
});
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

export interface Pools {
  database: Database;
  pool: pg.Pool;
  /** Batched lookups for the busiest operations. Closed with the database. */
  lookups: BatchedLookups;
  /** Batched writes of the busiest operation: those of concurrent requests share one statement and one commit. */
  writes: BatchedLookups;
  /** Connections to a streaming replica, if there is one. Closed with the database. */
  replica: Pools | null;
  close(): Promise<void>;
}

/** Each connection of the batched lookups serves many requests at once, so a few keep both cores of a small machine busy. */
const LOOKUPS = { width: 4, inFlight: 4, early: 12 };
/** While one batch commits, the next gathers. */
const WRITES = { width: 2, inFlight: 2, early: 64 };

/** A replica is read by a few workbooks at once. */
const REPLICA_CONNECTIONS = 6;

async function greet(client: pg.ClientBase): Promise<void> {
  await client.query("SET ROLE jinengtong_app; SET timezone = 'Asia/Shanghai'; SET statement_timeout = '30s'");
}

/** Batched statements find their rows by key; a generic plan fits any number of keys. */
async function greetBatched(client: pg.ClientBase): Promise<void> {
  await greet(client);
  await client.query("SET plan_cache_mode = 'force_generic_plan'");
}

/** Opens the platform's connections as the restricted role `jinengtong_app` (append-only tables stay append-only). */
export function openDatabase(url: string, size = 16, replicaUrl: string | null = null): Pools {
  const config = { connectionString: url, connectionTimeoutMillis: 15_000, application_name: "jinengtong" };
  const pool = new pg.Pool({ ...config, max: size, onConnect: greet });
  // A broken idle connection is replaced at the next use; unhandled, its error would end the process.
  pool.on("error", () => {});
  // While a connection is checked out the pool doesn't listen to it. One that dies between two statements of a transaction must
  // fail the next statement, not the process.
  pool.on("connect", (client) => client.on("error", () => {}));
  const lookups = new BatchedLookups(config, LOOKUPS, greetBatched);
  const writes = new BatchedLookups(config, WRITES, greetBatched);
  const replica = replicaUrl === null ? null : openDatabase(replicaUrl, REPLICA_CONNECTIONS);
  const dialect = new PostgresDialect({
    pool: {
      options: pool.options,
      connect: () => pool.connect(),
      async end() {
        await Promise.all([lookups.close(), writes.close(), replica?.close()]);
        await pool.end();
      },
    },
  });
  const database = new Kysely<Tables>({ dialect });
  return { database, pool, lookups, writes, replica, close: () => database.destroy() };
}

/**
 * Runs a statement as a named prepared one, which PostgreSQL plans once per connection: planning a join of six tables costs ten
 * times its execution. For the busiest operations, outside transactions; a name must always have the same text. A statement that
 * may wait for a lock goes to the pool (`waits`).
 */
export async function prepared<T>(
  given: { database: Database; pool: pg.Pool; lookups: BatchedLookups },
  name: string,
  query: RawBuilder<T>,
  options: { waits?: boolean } = {},
): Promise<{ rows: T[]; affected: number }> {
  const { sql: text, parameters } = query.compile(given.database);
  const values = [...parameters];
  const result = options.waits
    ? await given.pool.query({ name, text, values })
    : await given.lookups.query({ name, text }, values);
  return { rows: result.rows as T[], affected: result.rowCount ?? 0 };
}
