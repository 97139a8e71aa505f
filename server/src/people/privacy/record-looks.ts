import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";

/**
 * Records that an officer was shown these persons in a search, once a day for each: the person can read it. Nothing behind the mask was
 * shown, so no field is named. What was typed is not kept.
 */
export async function recordLooks(context: Context, personIds: readonly string[], purpose: string): Promise<void> {
  if (personIds.length === 0) return;
  await sql`
    insert into personal_data_access (person_id, account_id, purpose, fields, at)
    select p, ${context.actor.accountId}, ${purpose}, '{}', ${context.now}::timestamptz from unnest(${[...personIds]}::uuid[]) as p
    where not exists (select from personal_data_access d where d.person_id = p and d.account_id = ${context.actor.accountId}
      and d.purpose = ${purpose} and d.at >= ${context.today}::date at time zone 'Asia/Shanghai')`.execute(context.db);
}
