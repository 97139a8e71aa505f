import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { Id, Line } from "../../kernel/shapes.ts";
import { accountOwner } from "../account/account-rows.ts";
import { inOwnTransaction } from "../own-transaction.ts";
import { tokenHash } from "../session/sessions.ts";
import { Scopes, TOKEN_HOLDERS } from "./tokens.ts";

const Asked = z.strictObject({
  name: Line(60).describe("用途，例如“教务系统对接”"),
  scopes: Scopes,
  days: z.number().int().min(1).max(366).default(180),
  accountId: Id.optional().describe("管理员代为签发时，令牌代表的机构账号"),
});

/** `POST /api/v1/organisation-tokens`: a token for a program of an organisation. It acts as the organisation's account and is shown this once. */
export const issueToken = operation({
  method: "POST",
  path: "/api/v1/organisation-tokens",
  summary: "签发接口令牌",
  permission: { roles: ["institution", "enterprise", "evaluator", "admin"], over: actsAs },
  creates: false,
  body: Asked,
  output: z.strictObject({ id: Id, token: z.string() }),
  async run(outer, { body }) {
    const token = `jnt_${randomBytes(32).toString("base64url")}`;
    const id = await inOwnTransaction(outer, "POST /api/v1/organisation-tokens", async (context) => {
      const row = await context.db
        .insertInto("organisation_token")
        .values({
          account_id: body.accountId ?? context.actor.accountId,
          name: body.name,
          token_hash: tokenHash(token),
          scopes: body.scopes,
          created_at: context.now,
          created_by: context.actor.accountId,
          expires_at: new Date(context.now.getTime() + body.days * 86_400_000),
          revoked_at: null,
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      context.audit({ kind: "organisation-token", id: row.id, detail: { scopes: body.scopes, days: body.days } });
      return row.id;
    });
    return { id, token };
  },
});

/**
 * Owner of the account that the token will act as, for `over`: an account whose role programs may have, by default the actor's own.
 * Refuses scopes whose operations that role can't call, since the token would be useless.
 */
async function actsAs(context: Context, { body }: { body: z.output<typeof Asked> }): Promise<Owner | null> {
  const id = body.accountId ?? context.actor.accountId;
  const account = await context.db.selectFrom("account").select("role").where("id", "=", id).executeTakeFirst();
  const holder = TOKEN_HOLDERS.find((role) => role === account?.role);
  if (account && !holder)
    throw unacceptable("not-an-organisation", "接口令牌只能代表机构、企业或财政的账号。", [
      { pointer: "/accountId", detail: "请选择机构、企业或财政的账号" },
    ]);
  const { scopes } = context.services.house;
  const useless = body.scopes.filter((scope) => !holder || !scopes.get(scope)?.roles.has(holder));
  if (holder && useless.length > 0)
    throw unacceptable("scope-unusable", `这类账号用不到授权范围“${useless.join("、")}”，请重新选择。`, [
      { pointer: "/scopes", detail: "请只选择列出的授权范围" },
    ]);
  return accountOwner(context, { params: { id } });
}
