import { type Database, sql } from "../../kernel/database.ts";
import { ruleOf } from "../rules/anomaly-rules.ts";

/** Open or confirmed anomalies of these classes. A severe one holds claims of the class. */
export async function openAnomaliesOf(
  db: Database,
  classIds: readonly string[],
): Promise<Map<string, { id: string; rule: string; title: string; severity: number; state: "open" | "confirmed" }[]>> {
  const found = new Map<
    string,
    { id: string; rule: string; title: string; severity: number; state: "open" | "confirmed" }[]
  >(classIds.map((id) => [id, []]));
  if (classIds.length === 0) return found;
  const rows = await sql<{ id: string; rule: string; severity: number; state: "open" | "confirmed"; class_id: string }>`
    select id, rule, severity, state, class_id from anomaly
    where class_id = any(${[...classIds]}::uuid[]) and state in ('open', 'confirmed') order by severity desc, found_at`.execute(
    db,
  );
  for (const { class_id, ...row } of rows.rows)
    found.get(class_id)?.push({ ...row, title: ruleOf(row.rule)?.title ?? row.rule });
  return found;
}
