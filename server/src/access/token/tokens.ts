import { z } from "zod";
import type { Owner, Role } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { Id, Instant } from "../../kernel/shapes.ts";
import "../tables.ts";

/** Scopes a token may have, as operations declare them. */
export const Scopes = z
  .array(z.string().max(40))
  .min(1, "至少选择一个授权范围")
  .max(20, "授权范围最多 20 个")
  .transform((scopes) => [...new Set(scopes)].toSorted());

/** Roles that a program may act as: organisations, and the fund for the bank's and the treasury's systems. */
export const TOKEN_HOLDERS = ["institution", "enterprise", "evaluator", "finance"] as const satisfies readonly Role[];

export const TokenRow = z.strictObject({
  id: Id,
  name: z.string(),
  organisationId: Id.nullable(),
  organisationName: z.string().nullable(),
  accountId: Id,
  scopes: z.array(z.string()),
  createdAt: Instant,
  expiresAt: Instant,
  state: z.enum(["active", "expired", "revoked"]),
});

/** Owner of a token, for `over`: the organisation whose account it acts as. */
export async function tokenOwner(context: Context, input: { params: { id: string } }): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("organisation_token")
    .innerJoin("account", "account.id", "organisation_token.account_id")
    .select(["account.organisation_id as organisationId", "account.region"])
    .where("organisation_token.id", "=", input.params.id)
    .executeTakeFirst();
  return row ?? null;
}
