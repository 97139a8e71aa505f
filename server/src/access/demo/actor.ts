import type { Actor } from "../../kernel/actor.ts";
import { type Context, inTransaction } from "../../kernel/context.ts";
import type { Services } from "../../kernel/services.ts";
import { demoAccount } from "./accounts.ts";

/** Runs an operation of the platform as a demo account, in a transaction of its own. */
export async function asDemoAccount<T>(
  services: Services,
  username: string,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  const { id: accountId, name, role } = demoAccount(username);
  const account = await services.database
    .selectFrom("account")
    .select(["region", "organisation_id", "person_id"])
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow();
  const actor: Actor = {
    accountId,
    name,
    role,
    region: account.region,
    organisationId: account.organisation_id,
    personId: account.person_id,
    sessionId: null,
    scopes: null,
  };
  return inTransaction(services, work, actor);
}
