import { writeAudit } from "../kernel/audit.ts";
import { Context } from "../kernel/context.ts";
import { sql } from "../kernel/database.ts";
import { isRetryable } from "../kernel/refusals.ts";

/**
 * Runs work and its audit row in one transaction of its own, for `creates: false` operations: those whose request or answer holds a
 * secret (a password, a token shown once, an unmasked number) that may not stay in an idempotency record, and those that must commit
 * something, like a failed attempt, although they refuse.
 */
export async function inOwnTransaction<T>(
  outer: Context,
  operation: string,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await outer.services.database.transaction().execute(async (db) => {
        await sql`select set_config('app.account', ${outer.maybeActor?.accountId ?? ""}, true)`.execute(db);
        const context = new Context({
          db,
          services: outer.services,
          actor: outer.maybeActor,
          request: outer.request,
          upload: outer.upload,
        });
        const answer = await work(context);
        await writeAudit(context, operation);
        outer.replyHeaders.push(...context.replyHeaders);
        return answer;
      });
    } catch (error) {
      if (attempt >= 5 || !isRetryable(error)) throw error;
    }
  }
}
