import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { accountOwner } from "./account-rows.ts";
import { unlinkIdentitiesOf } from "../oidc/identities.ts";
import { revokeSessionsOf } from "../session/start-session.ts";

/**
 * `POST /api/v1/accounts/:id/disabling`: disables an account; its sessions and its links to identity services end, and its
 * organisation tokens stop working. Whoever left the office can then sign in as a citizen.
 */
export const disableAccount = operation({
  method: "POST",
  path: "/api/v1/accounts/:id/disabling",
  summary: "停用账号",
  permission: { roles: ["admin"], over: accountOwner },
  params: ById,
  body: z.strictObject({ reason: Text(200, 4) }),
  output: Done,
  async run(context, { params, body }) {
    if (params.id === context.actor.accountId)
      throw conflict("own-account", "不能停用自己正在使用的账号，请由另一位管理员办理。");
    const disabled = await context.db
      .updateTable("account")
      .set({ state: "disabled" })
      .where("id", "=", params.id)
      .where("state", "=", "active")
      .returning("region")
      .executeTakeFirst();
    if (!disabled) throw conflict("account-state", "账号当前为“停用”，不能再次停用。请刷新页面查看最新状态。");
    await revokeSessionsOf(context, params.id, null);
    await unlinkIdentitiesOf(context, params.id);
    context.audit({ kind: "account", id: params.id, region: disabled.region, detail: { reason: body.reason } });
    return { id: params.id };
  },
});
