import type { Context } from "../../kernel/context.ts";
import type { Owner } from "../../kernel/actor.ts";
import { forbidden } from "../../kernel/problem.ts";

/** Active accounts of one organisation: a sign that accounts are shared or forgotten, no rule of the law. */
export const MOST_ACCOUNTS = 20;

/** Whether an administrator opened the account: such a one answers for its organisation and opens those of colleagues. */
export async function isFirst(context: Context, accountId: string): Promise<boolean> {
  const row = await context.db
    .selectFrom("account as a")
    .leftJoin("account as o", "o.id", "a.created_by")
    .select("o.role")
    .where("a.id", "=", accountId)
    .executeTakeFirst();
  return row !== undefined && (row.role === null || row.role === "admin");
}

/** Refuses an account that a colleague opened. */
export async function requireFirst(context: Context): Promise<void> {
  if (await isFirst(context, context.actor.accountId)) return;
  throw forbidden(
    "您的账号是同事开通的，不能再开通或停用账号。请由本单位最初的账号办理，或联系系统管理员。",
    "not-the-first-account",
  );
}

/** Owner of a colleague's account, for `over`: its organisation. */
export async function colleagueOwner(context: Context, input: { params: { id: string } }): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("account")
    .select(["organisation_id as organisationId", "region"])
    .where("id", "=", input.params.id)
    .where("organisation_id", "is not", null)
    .executeTakeFirst();
  return row ?? null;
}
