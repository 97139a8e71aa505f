import { sql, type Database, type Tx } from "../../kernel/database.ts";
import type { Services } from "../../kernel/services.ts";
import { CLAIMS, columnOf, factColumns, MONEY, SHAPES, type FactShape } from "./shape.ts";

interface Progress {
  version: number;
  built: boolean;
  history_id: number;
  mark_id: number;
  watch_id: number;
  entry_seq: number;
  followed_to: Date;
}

export interface Refreshed {
  version: number;
  /** Rows added or changed. */
  changed: number;
}

/**
 * Updates fact rows from the logs of changes since the last call; all rows if there are none yet, or with `all`. Concurrent calls
 * are serialised.
 */
export async function refreshFacts(services: Services, options: { all?: boolean } = {}): Promise<Refreshed> {
  return services.database.transaction().execute(async (db) => {
    await sql`set local statement_timeout = 0`.execute(db);
    const found = await sql<Progress>`select * from fact_progress for update`.execute(db);
    const progress = found.rows[0] as Progress;
    const all = options.all === true || !progress.built;
    const ends = await logEnds(db);
    const version = progress.version + 1;
    let changed = 0;
    for (const shape of SHAPES) changed += await refreshShape(db, shape, version, all ? null : progress);
    await sql`
      update fact_progress set built = true, version = ${changed > 0 ? version : progress.version}, history_id = ${ends.history_id},
        mark_id = ${ends.mark_id}, watch_id = ${ends.watch_id}, entry_seq = ${ends.entry_seq}, followed_to = now()`.execute(
      db,
    );
    return { version: changed > 0 ? version : progress.version, changed };
  });
}

const end = (log: string) =>
  sql.raw(
    `coalesce((select id from ${log} where at < clock_timestamp() - interval '2 minutes' order by id desc limit 1), 0)`,
  );

/**
 * Position up to which the logs count as processed. Numbers are assigned before their transactions end, so entries younger than two
 * minutes (no transaction lasts that long) are read again next time.
 */
async function logEnds(db: Tx): Promise<Pick<Progress, "history_id" | "mark_id" | "watch_id" | "entry_seq">> {
  const found = await sql<Progress>`
    select ${end("state_history")} as history_id, ${end("attendance_mark")} as mark_id, ${end("watch_event")} as watch_id,
      coalesce((select max(seq) from ledger_entry), 0) as entry_seq`.execute(db);
  return found.rows[0] as Progress;
}

/** As many entries as may be written while one transaction is open. */
const LATE_ENTRIES = 1_000;

/** Query for the keys whose facts may have changed. */
export function changedKeys(shape: FactShape, since: Progress) {
  if (shape === MONEY)
    // Entries have the platform's day, not the database's clock: the last ones are read again, for those that were committed late.
    return sql`
      select id as key from ledger_entry where seq > ${since.entry_seq - LATE_ENTRIES} and book = 'quota'
      union select e.id from (${followedRows("claim", since)}) f (claim_id) join ledger_entry e on e.claim_id = f.claim_id`;
  if (shape === CLAIMS)
    return sql`
      select h.subject_id as key from state_history h where h.id > ${since.history_id} and h.machine = 'claim'
      union select p.claim_id from state_history h join payment p on p.id = h.subject_id where h.id > ${since.history_id} and h.machine = 'payment'
      union ${followedRows("claim", since)}`;
  return sql`
    select h.subject_id as key from state_history h where h.id > ${since.history_id} and h.machine = 'enrolment'
    union select e.id from state_history h join enrolment e on e.class_id = h.subject_id where h.id > ${since.history_id} and h.machine = 'training-class'
    union select enrolment_id from attendance_mark where id > ${since.mark_id}
    union select enrolment_id from watch_event where id > ${since.watch_id}
    union select enrolment_id from certificate where created_at > ${since.followed_to}::timestamptz - interval '2 minutes' and enrolment_id is not null
    union select f.enrolment_id from certificate_revocation v join certificate f on f.id = v.certificate_id
      where v.revoked_at > ${since.followed_to}::timestamptz - interval '2 minutes' and f.enrolment_id is not null
    union ${followedRows("enrolment", since)}`;
}

/** Rows that became another person's, as two records were joined or parted. */
const followedRows = (table: string, since: Progress) => sql`
    select (r.key ->> 'id')::uuid from state_history h join person_join_row r on r.join_id = h.subject_id
    where h.id > ${since.history_id} and h.machine = 'person-join' and h.to_state = 'done' and r.table_name = ${table}`;

async function refreshShape(db: Tx, shape: FactShape, version: number, since: Progress | null): Promise<number> {
  const key = sql.ref(shape.key);
  // Usually nothing changed, so the temporary table isn't even created.
  if (since !== null) {
    const any = await sql<{ some: boolean }>`select exists (${changedKeys(shape, since)}) as some`.execute(db);
    if (any.rows[0]?.some !== true) return 0;
  }
  await sql`create temp table fresh on commit drop as
    select * from ${sql.table(shape.view)} ${since === null ? sql`` : sql`where ${key} in (${changedKeys(shape, since)})`}`.execute(
    db,
  );
  await sql`analyze fresh`.execute(db);
  await addCodes(db, shape);
  const columns = factColumns(shape);
  const coded = new Set(shape.dimensions.map(columnOf));
  const named = sql`(select f.${key}, ${sql.join(
    columns.map((column) => (coded.has(column) ? sql.raw(`code_${column}.id as ${column}`) : sql.raw(`f.${column}`))),
  )} from fresh f ${sql.join(
    shape.dimensions.map((dimension) => {
      const name = columnOf(dimension);
      return sql.raw(
        `join fact_code code_${name} on code_${name}.dimension = '${dimension}' and code_${name}.code = coalesce(f.${name}, '')`,
      );
    }),
    sql` `,
  )})`;
  const list = sql.raw(columns.join(", "));
  const table = sql.table(shape.table);
  const updated = await sql`
    update ${table} t set version = ${version}, (${list}) = row(${sql.raw(columns.map((c) => `n.${c}`).join(", "))})
    from ${named} n where n.${key} = t.${key}
      and (${sql.raw(columns.map((c) => `t.${c}`).join(", "))}) is distinct from (${sql.raw(columns.map((c) => `n.${c}`).join(", "))})`.execute(
    db,
  );
  // Rows that are there already are found by their key, whatever the planner thinks of twelve joins with a table made just now.
  const inserted = await sql`
    insert into ${table} (${key}, version, ${list}) select n.${key}, ${version}, ${sql.raw(columns.map((c) => `n.${c}`).join(", "))}
    from ${named} n on conflict (${key}) do nothing`.execute(db);
  await sql`drop table fresh`.execute(db);
  return Number(updated.numAffectedRows ?? 0) + Number(inserted.numAffectedRows ?? 0);
}

/** Names of organisations, occupations and sources are stored beside their codes, so that figures need no look-up. */
const LABELS: Partial<Record<FactShape["dimensions"][number], string>> = {
  institution: "(select name from organisation where id::text = d.code)",
  department: "(select name from organisation where id::text = d.code)",
  source: "(select name from fund_source where code = d.code)",
  project: "(select name from training_project where code = d.code)",
  occupation: "(select occupation_name from training_class where occupation = d.code limit 1)",
};

async function addCodes(db: Tx, shape: FactShape): Promise<void> {
  for (const dimension of shape.dimensions) {
    const name = columnOf(dimension);
    const label = LABELS[dimension] ?? "null";
    await sql
      .raw(
        `insert into fact_code (dimension, code, label)
         select '${dimension}', d.code, ${label} from (select distinct coalesce(${name}, '') as code from fresh) d
         where not exists (select from fact_code c where c.dimension = '${dimension}' and c.code = d.code)`,
      )
      .execute(db);
  }
}

/** Rows that differ from their facts, except those the next refresh will update anyway. */
export async function factDifferences(db: Database): Promise<{ checked: number; differences: string[] }> {
  const found = await sql<Progress>`select * from fact_progress`.execute(db);
  const progress = found.rows[0] as Progress;
  let checked = 0;
  const differences: string[] = [];
  if (!progress.built) return { checked, differences };
  for (const shape of SHAPES) {
    const coded = new Set(shape.dimensions.map(columnOf));
    const columns = factColumns(shape);
    const stored = columns.map((c) => (coded.has(c) ? `(select code from fact_code where id = t.${c})` : `t.${c}`));
    const now = columns.map((c) => (coded.has(c) ? `coalesce(n.${c}, '')` : `n.${c}`));
    const rows = await sql<{ key: string }>`
      select n.${sql.ref(shape.key)} as key from ${sql.table(shape.view)} n
      left join ${sql.table(shape.table)} t on t.${sql.ref(shape.key)} = n.${sql.ref(shape.key)}
      where (${sql.raw(stored.join(", "))}) is distinct from (${sql.raw(now.join(", "))})
        and n.${sql.ref(shape.key)} not in (${changedKeys(shape, progress)}) limit 100`.execute(db);
    differences.push(...rows.rows.map((row) => `统计行与事实不符：${shape.table} ${row.key}`));
    const count = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(shape.table)}`.execute(db);
    checked += count.rows[0]?.n ?? 0;
  }
  return { checked, differences };
}
