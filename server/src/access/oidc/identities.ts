import type { Context } from "../../kernel/context.ts";
import type { VerifiedIdentity } from "./finish.ts";

type Subject = Pick<VerifiedIdentity, "issuer" | "subject">;

/** The active account that a subject of an identity service is linked to. */
export async function accountOfIdentity(context: Context, identity: Subject): Promise<string | null> {
  const row = await context.db
    .selectFrom("federated_identity")
    .innerJoin("account", "account.id", "federated_identity.account_id")
    .select("account.id")
    .where("issuer", "=", identity.issuer)
    .where("subject", "=", identity.subject)
    .where("account.state", "=", "active")
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Links a subject to an account; a linked subject can't be linked again. */
export async function linkIdentity(context: Context, identity: Subject, accountId: string): Promise<void> {
  await context.db
    .insertInto("federated_identity")
    .values({
      issuer: identity.issuer,
      subject: identity.subject,
      account_id: accountId,
      linked_at: context.now,
    })
    .execute();
}
