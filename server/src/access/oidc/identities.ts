import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
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
    .where("unlinked_at", "is", null)
    .where("account.state", "=", "active")
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Links a subject to an account; a linked subject can't be linked again, unless the account it is linked to was disabled. */
export async function linkIdentity(context: Context, identity: Subject, accountId: string): Promise<void> {
  await sql`
    update federated_identity f set unlinked_at = ${context.now} from account a
    where a.id = f.account_id and a.state = 'disabled' and f.unlinked_at is null
      and f.issuer = ${identity.issuer} and f.subject = ${identity.subject}`.execute(context.db);
  await context.db
    .insertInto("federated_identity")
    .values({
      issuer: identity.issuer,
      subject: identity.subject,
      account_id: accountId,
      linked_at: context.now,
      unlinked_at: null,
    })
    .execute();
}

/** Ends all links of an account; returns how many there were. */
export async function unlinkIdentitiesOf(context: Context, accountId: string): Promise<number> {
  const ended = await context.db
    .updateTable("federated_identity")
    .set({ unlinked_at: context.now })
    .where("account_id", "=", accountId)
    .where("unlinked_at", "is", null)
    .executeTakeFirst();
  return Number(ended.numUpdatedRows);
}
