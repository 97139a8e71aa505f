import { type Context, inTransaction } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { moveState } from "../../kernel/states.ts";
import { recordFacts } from "../fact/record-facts.ts";
import { findOrCreatePeople } from "../identity/find-or-create.ts";
import { CHUNK, countRows, findingsOf, openImported } from "./check-import.ts";
import { importStates } from "./import-states.ts";
import type { ImportRecord } from "./import-view.ts";
import { type Plan, planRows } from "./plan-rows.ts";
import type { ListRow } from "./read-list.ts";
import { undoRows } from "./undo-rows.ts";
import { writeGroups } from "./write-groups.ts";
import { sourceOf, storeWritten, type Written } from "./written-rows.ts";

/**
 * Records the confirmed rows of an import in one transaction, so that a crash leaves nothing half done and a second try does it all. An
 * import of all rows or none goes back to its sender if a row became faulty since it was checked.
 */
export async function applyImport(context: Context, id: string): Promise<void> {
  // The row itself stays unlocked, so that progress can be written to it meanwhile.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`fact-import:${id}`}, 0))`.execute(context.db);
  // The tables that this transaction fills look small to the planner, which would read them whole for every chunk.
  await sql`select set_config('enable_seqscan', 'off', true)`.execute(context.db);
  const given = await lockFree(context, id);
  if (given.state !== "applying") return;
  await sql`select set_config('app.account', ${given.confirmed_by ?? ""}, true)`.execute(context.db);
  if (given.undoes !== null) await undoRows(context, given, given.undoes);
  else if (!(await applyRows(context, given))) return;
  await countRows(context, id);
  await moveState(context, importStates, id, "applied");
}

async function lockFree(context: Context, id: string): Promise<ImportRecord> {
  const found = await sql<ImportRecord>`
    select id, number::int as number, subject, organisation_id, region, file_id, undoes, source, reason, rows_wanted, state, sent_by,
      confirmed_by, faulty, added, changed from fact_import where id = ${id}`.execute(context.db);
  const [row] = found.rows;
  if (!row) throw new Error("an import that is applied exists");
  return row;
}

async function applyRows(context: Context, given: ImportRecord): Promise<boolean> {
  const wanted = await goodRows(context, given);
  if (given.rows_wanted === "all" && !(await allStillGood(context, given, wanted))) return false;
  let done = 0;
  for await (const chunk of wanted()) {
    await storeWritten(context, given.id, await writeChunk(context, given, chunk));
    done += chunk.length;
    if (done >= CHUNK) await tellProgress(context, given.id, done);
  }
  return true;
}

/** Rows of the list that had no fault when it was checked, so many at once, each time anew. */
async function goodRows(context: Context, given: ImportRecord): Promise<() => AsyncGenerator<ListRow[]>> {
  const list = await openImported(context, given);
  const found = await sql<{ row_number: number }>`
    select row_number from fact_import_row where import_id = ${given.id} and outcome <> 'fault'`.execute(context.db);
  const good = new Set(found.rows.map((row) => row.row_number));
  return async function* () {
    for await (const rows of list.chunks(CHUNK))
      yield rows.filter((row) => row.stated !== null && good.has(row.rowNumber));
  };
}

async function allStillGood(
  context: Context,
  given: ImportRecord,
  wanted: () => AsyncGenerator<ListRow[]>,
): Promise<boolean> {
  const faults: Written[] = [];
  for await (const chunk of wanted()) {
    for (const [at, plan] of (await planRows(context, given.subject, chunk)).entries())
      if (plan.outcome === "fault")
        faults.push({ rowNumber: chunk[at]?.rowNumber ?? 0, outcome: "fault", findings: findingsOf(plan) });
  }
  if (faults.length === 0) return true;
  await storeWritten(context, given.id, faults);
  await countRows(context, given.id);
  await context.db
    .updateTable("fact_import")
    .set({ confirmed_by: null, confirmed_at: null })
    .where("id", "=", given.id)
    .execute();
  await moveState(context, importStates, given.id, "ready", {
    reason: `确认后有 ${faults.length} 行与最新的档案对不上，没有登记任何一行。`,
  });
  return false;
}

async function writeChunk(context: Context, given: ImportRecord, rows: readonly ListRow[]): Promise<Written[]> {
  const people = await findOrCreatePeople(
    context,
    rows.map(({ name, citizenId, town }) => ({ name, citizenId, town: town ?? given.region })),
  );
  const plans = await planRows(context, given.subject, rows);
  const planned = rows.map((row, at) => {
    const person = people[at];
    const refused: Plan = {
      outcome: "fault",
      finding: {
        column: "姓名",
        value: "",
        code: person?.ok === false ? person.code : "person",
        sentence: person?.ok === false ? person.message : "实名信息核对不通过。",
      },
    };
    return { row, personId: person?.ok ? person.id : "", plan: person?.ok ? (plans[at] as Plan) : refused };
  });
  const source = sourceOf(given);
  const facts = planned.flatMap(({ personId, plan, row }) => ("fact" in plan ? [{ personId, plan, row }] : []));
  const factIds = await recordFacts(
    context,
    facts.map(({ personId, plan }) => ({
      personId,
      fact: plan.fact,
      source,
      ...("replaces" in plan ? { replaces: plan.replaces, reason: `第 ${given.number} 号导入更正` } : {}),
    })),
    given.confirmed_by,
  );
  const byRow = new Map(facts.map(({ row }, at) => [row, factIds[at] ?? null]));
  const groups = await writeGroups(context, given, planned);
  return planned.map(({ row, personId, plan }) => ({
    rowNumber: row.rowNumber,
    outcome: plan.outcome,
    ...(plan.outcome === "fault" ? { findings: [...row.findings, ...findingsOf(plan)] } : { personId }),
    factId: byRow.get(row) ?? null,
    ...groups.get(row),
  }));
}

/** Rows done, for the page that waits: seen at once, before the work itself is committed. */
async function tellProgress(context: Context, id: string, done: number): Promise<void> {
  await inTransaction(context.services, (other) =>
    other.db.updateTable("fact_import").set({ done }).where("id", "=", id).where("state", "=", "applying").execute(),
  );
}
