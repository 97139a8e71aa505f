import type { Context } from "../../kernel/context.ts";
import { notFound } from "../../kernel/problem.ts";

/** Refuses another account's view, and one that was removed. */
export async function requireOwnView({ db, actor }: Context, id: string): Promise<void> {
  const own = await db
    .selectFrom("saved_view")
    .select("id")
    .where("id", "=", id)
    .where("account_id", "=", actor.accountId)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  if (!own) throw notFound("这个视图");
}
