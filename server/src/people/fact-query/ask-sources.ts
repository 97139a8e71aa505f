import type { CivilDate } from "@jinengtong/standards";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";

/** Persons per question. */
const ASKED_AT_ONCE = 200;

/**
 * Asks every source of this deployment about these persons on a day, in the background. Until an answer is recorded, a fact stays
 * unknown. Returns the number of questions.
 */
export async function askSources(
  context: Context,
  personIds: readonly string[],
  day: CivilDate = context.today,
): Promise<number> {
  let asked = 0;
  for (const { name } of context.services.factSources) {
    for (let start = 0; start < personIds.length; start += ASKED_AT_ONCE) {
      const made = await sql<{ id: string }>`
        insert into fact_query (source, day, person_ids, asked_by, asked_at)
        values (${name}, ${day}, ${personIds.slice(start, start + ASKED_AT_ONCE)}::uuid[], ${context.maybeActor?.accountId ?? null}, ${context.now})
        returning id`.execute(context.db);
      for (const { id } of made.rows) await context.emit("fact-query-asked", { queryId: id });
      asked += 1;
    }
  }
  return asked;
}
