import { inTransaction } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Services } from "../../kernel/services.ts";

/** Places that a town or an institution has not used by the day set for it go back; the whole plan keeps them (五.1). */
export async function returnUnusedPlaces(services: Services): Promise<void> {
  await inTransaction(services, async (context) => {
    await sql`
      insert into plan_quota_change (quota_id, kind, places, reason, state, proposed_at, decided_at)
      select q.id, 'take-back', q.drawn - q.places, '到期未用，按规定收回', 'released', ${context.now}, ${context.now}
      from (select * from plan_quota where scope <> 'plan' and returns_on <= ${context.today}::date and places > drawn for update) q`.execute(
      context.db,
    );
  });
}
