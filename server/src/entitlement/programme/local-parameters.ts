import type { ParameterValue, Policy } from "@jinengtong/policy";
import { sql, type Database } from "../../kernel/database.ts";

/** Local values of a programme's parameters on a day (`YYYY-MM-DD`); a parameter without one is absent. */
export async function parametersAt(
  db: Database,
  policyId: string,
  date: string,
): Promise<Record<string, ParameterValue>> {
  const found = await sql<{ name: string; value: ParameterValue }>`
    select name, value from policy_parameter
    where policy_id = ${policyId} and state = 'in-force' and effective_from <= ${date}::date
      and (effective_to is null or ${date}::date < effective_to) order by name`.execute(db);
  return Object.fromEntries(found.rows.map((row) => [row.name, row.value]));
}

/** Those of them that a version knows: a case may name no other. */
export async function parametersFor(
  db: Database,
  policy: Policy,
  date: string,
): Promise<Record<string, ParameterValue>> {
  const local = await parametersAt(db, policy.id, date);
  return Object.fromEntries(Object.entries(local).filter(([name]) => policy.parameters.has(name)));
}
