import pg from "pg";
import type { TestApp } from "./app.ts";

/** A county of 600 people is planned for as one of 300,000. */
const FACTOR = 500;
/** Tables with fewer rows than this don't grow with the people; nor do lists, offices, and what there is one of a day. */
const GROWS_FROM = 25;
/** Rows from which a table is large. */
const LARGE = 50_000;
const FIXED =
  "organisation admission teacher room catalogue_row training_standard state_transition fact_code publicity_round payment_batch".split(
    " ",
  );

/** The scaled rows of a column that names rows of another growing table: as many different ones as before for each row. */
interface Reference {
  table: string;
  column: string;
  rows: number;
  n_distinct: number;
  null_frac: number;
  avg_width: number;
}

/**
 * Lets the planner take the filled county of the test for a large one: real statistics, with the rows of each growing table multiplied,
 * and with as many different ids in references to such tables. Returns the names of the large tables.
 */
export async function pretendLarge(owner: pg.Client): Promise<Set<string>> {
  await owner.query("analyze");
  const growing = await owner.query<{ name: string; rows: number }>(
    `select relname as name, reltuples::float8 as rows from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples >= $1 and relname <> all($2)`,
    [GROWS_FROM, FIXED],
  );
  const names = growing.rows.map(({ name }) => name);
  const references = await owner.query<Reference>(
    `select s.tablename as table, s.attname as column, t.reltuples::float8 as rows, s.n_distinct, s.null_frac, s.avg_width
     from pg_stats s join pg_class t on t.relname = s.tablename and t.relnamespace = 'public'::regnamespace
     join pg_constraint f on f.conrelid = t.oid and f.contype = 'f' and cardinality(f.conkey) = 1
     join pg_attribute a on a.attrelid = t.oid and a.attnum = f.conkey[1] and a.attname = s.attname
     join pg_class r on r.oid = f.confrelid
     where s.schemaname = 'public' and s.tablename = any($1) and r.relname = any($1) and s.n_distinct > 0`,
    [names],
  );
  for (const { table, column, rows, n_distinct: distinct, null_frac: nulls, avg_width: width } of references.rows) {
    await owner.query("select pg_clear_attribute_stats('public', $1, $2, false)", [table, column]);
    await owner.query(
      `select pg_restore_attribute_stats('schemaname', 'public', 'relname', $1::text, 'attname', $2::text, 'inherited', false,
         'null_frac', $3::real, 'avg_width', $4::integer, 'n_distinct', $5::real)`,
      [table, column, nulls, width, -Math.min(1, distinct / rows)],
    );
  }
  await owner.query(
    `update pg_class set reltuples = reltuples * ${FACTOR} where relnamespace = 'public'::regnamespace and relname = any($1)
       or oid in (select indexrelid from pg_index i join pg_class t on t.oid = i.indrelid where t.relname = any($1))`,
    [names],
  );
  return new Set(growing.rows.filter(({ rows }) => rows * FACTOR >= LARGE).map(({ name }) => name));
}

/** A statement as it was sent. */
export interface Sent {
  text: string;
  values: unknown[];
  /** Planned once for all values. */
  generic: boolean;
}

/** Keeps the statements that the platform sends while `during` runs. Call before its first statement. */
export function statementsOf(app: TestApp): (during: () => Promise<unknown>) => Promise<Sent[]> {
  let kept: Sent[] = [];
  const known = new Set<pg.PoolClient>();
  app.services.pool.on("acquire", (client) => {
    if (known.has(client)) return;
    known.add(client);
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    client.query = ((...given: unknown[]) => {
      const [statement, values] = given;
      const asked =
        typeof statement === "string"
          ? { text: statement, values }
          : (statement as { text?: string; values?: unknown });
      if (asked.text !== undefined)
        kept.push({ text: asked.text, values: (asked.values ?? values ?? []) as unknown[], generic: false });
      return query(...given);
    }) as typeof client.query;
  });
  const { lookups } = app.services;
  const query = lookups.query.bind(lookups);
  lookups.query = ((statement, values, options) => {
    kept.push({ text: statement.text, values, generic: true });
    return query(statement, values, options);
  }) as typeof lookups.query;
  return async (during) => {
    kept = [];
    await during();
    return kept;
  };
}

interface Plan {
  "Node Type": string;
  "Total Cost": number;
  "Relation Name"?: string;
  Filter?: string;
  Plans?: Plan[];
}

/** Share of a scan's cost below which the limit above it is expected to end it early. */
const EARLY = 0.25;

/** Nodes of a plan that are expected to run to their end. */
const toTheEnd = (plan: Plan): Plan[] =>
  (plan.Plans ?? []).flatMap((inner) =>
    plan["Node Type"] === "Limit" && plan["Total Cost"] < EARLY * inner["Total Cost"]
      ? []
      : [inner, ...toTheEnd(inner)],
  );

/** The large tables that the statement would read from the first row to the last, with what it looks for there. */
export async function wholeTables(
  owner: pg.Client,
  { text, values, generic }: Sent,
  large: ReadonlySet<string>,
): Promise<{ table: string; filter: string }[]> {
  await owner.query(`set plan_cache_mode = ${generic ? "force_generic_plan" : "force_custom_plan"}`);
  const { rows } = await owner.query<{ "QUERY PLAN": { Plan: Plan }[] }>(`explain (format json) ${text}`, values);
  const plan = rows[0]?.["QUERY PLAN"][0]?.Plan as Plan;
  return [plan, ...toTheEnd(plan)]
    .filter((node) => node["Node Type"] === "Seq Scan" && large.has(node["Relation Name"] ?? ""))
    .map((node) => ({ table: node["Relation Name"] ?? "", filter: node.Filter ?? "" }));
}
