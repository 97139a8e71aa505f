import { Problem } from "../../kernel/problem.ts";
import type { Context } from "../../kernel/context.ts";
import { json, sql } from "../../kernel/database.ts";
import { moveState } from "../../kernel/states.ts";
import { importStates } from "./import-states.ts";
import { type ImportRecord, lockImport } from "./import-view.ts";
import { type Plan, planRows } from "./plan-rows.ts";
import { type Finding, type ListRow, openList } from "./read-list.ts";

/** Rows judged and stored in one statement each. */
export const CHUNK = 5_000;

/** Reads the list of an import and stores each row with its effect or its faults. Records no fact. */
export async function checkImport(context: Context, id: string): Promise<void> {
  const given = await lockImport(context, id);
  if (given.state !== "checking") return;
  try {
    const list = await openImported(context, given);
    let total = 0;
    for await (const rows of list.chunks(CHUNK)) {
      total += rows.length;
      await storeRows(context, given, rows);
    }
    await countRows(context, id);
    await context.db
      .updateTable("fact_import")
      .set({ total, unread: list.unread, notes: list.notes() })
      .where("id", "=", id)
      .execute();
    await moveState(context, importStates, id, "ready");
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 422) throw error;
    await context.db.deleteFrom("fact_import_row").where("import_id", "=", id).execute();
    await context.db.updateTable("fact_import").set({ refused: error.message }).where("id", "=", id).execute();
    await moveState(context, importStates, id, "refused");
  }
}

/** The list of an import as it was sent. */
export async function openImported(context: Context, { file_id, subject }: ImportRecord) {
  const file = await context.services.files.read(context, file_id ?? "");
  return openList(file.content, subject, context.today);
}

async function storeRows(context: Context, { id, subject }: ImportRecord, rows: readonly ListRow[]): Promise<void> {
  const good = rows.filter((row) => row.stated !== null);
  const plans = await planRows(context, subject, good);
  const planned = new Map(good.map((row, at) => [row, plans[at] as Plan]));
  const stored = rows.map((row) => {
    const plan = planned.get(row);
    const findings = [...row.findings, ...findingsOf(plan)];
    return {
      row,
      outcome: plan?.outcome ?? "fault",
      findings,
      warned: plan?.outcome !== "fault" && findings.some((finding) => finding.warning),
    };
  });
  await sql`
    insert into fact_import_row (import_id, row_number, who, value, outcome, findings, warned)
    select ${id}, r.row_number, r.who, r.value::jsonb, r.outcome, r.findings::jsonb, r.warned
    from unnest(${stored.map(({ row }) => row.rowNumber)}::int[], ${stored.map(({ row }) => row.who)}::text[],
      ${stored.map(({ row }) => (row.stated === null ? null : json(contentOf(row))))}::text[],
      ${stored.map(({ outcome }) => outcome)}::text[], ${stored.map(({ findings }) => json(findings))}::text[],
      ${stored.map(({ warned }) => warned)}::boolean[]) as r (row_number, who, value, outcome, findings, warned)`.execute(
    context.db,
  );
}

const contentOf = ({ stated }: ListRow): object =>
  stated === null ? {} : "fact" in stated ? stated.fact.value : { ...stated.group };

export const findingsOf = (plan: Plan | undefined): Finding[] =>
  plan !== undefined && "finding" in plan && plan.finding !== undefined ? [plan.finding] : [];

/** Counts the stored rows anew. */
export async function countRows(context: Context, id: string): Promise<void> {
  await sql`
    update fact_import i set added = n.added, changed = n.changed, same = n.same, faulty = n.faulty, warned = n.warned, done = n.rows
    from (select count(*) filter (where outcome = 'add')::int as added, count(*) filter (where outcome = 'change')::int as changed,
            count(*) filter (where outcome = 'same')::int as same, count(*) filter (where outcome = 'fault')::int as faulty,
            count(*) filter (where warned)::int as warned, count(*)::int as rows
          from fact_import_row where import_id = ${id}) n
    where i.id = ${id}`.execute(context.db);
}
