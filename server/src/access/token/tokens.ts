import { z } from "zod";
import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { Id, Instant } from "../../kernel/shapes.ts";
import "../tables.ts";

/** What a program of an organisation may be allowed: `area:read` or `area:write`, as operations declare it. */
export const Scopes = z
  .array(z.string().regex(/^[a-z][a-z-]{1,30}:(?:read|write)$/, "授权范围形如 organisation:read"))
  .min(1, "至少选择一个授权范围")
  .max(20, "授权范围最多 20 个")
  .transform((scopes) => [...new Set(scopes)].toSorted());

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

/** Whose a token is: the organisation's whose account it acts as. For `over`. */
export async function tokenOwner(context: Context, input: { params: { id: string } }): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("organisation_token")
    .innerJoin("account", "account.id", "organisation_token.account_id")
    .select(["account.organisation_id as organisationId", "account.region"])
    .where("organisation_token.id", "=", input.params.id)
    .executeTakeFirst();
  return row ?? null;
}
