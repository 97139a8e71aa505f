import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { unlinkIdentitiesOf } from "../oidc/identities.ts";
import { notifyOrganisation } from "../message/notify.ts";
import { revokeSessionsOf } from "../session/start-session.ts";
import { colleagueOwner, requireFirst } from "./colleagues.ts";

/** `POST /api/v1/colleagues/:id/disabling`: who opened a colleague's account ends it; an administrator alone opens it again. */
export const disableColleague = operation({
  method: "POST",
  path: "/api/v1/colleagues/:id/disabling",
  summary: "停用同事的账号",
  permission: { roles: ["institution", "enterprise", "evaluator"], over: colleagueOwner },
  params: ById,
  body: z.strictObject({ reason: Text(200, 2) }),
  output: Done,
  async run(context, { params, body }) {
    await requireFirst(context);
    const disabled = await context.db
      .updateTable("account as a")
      .from("account as o")
      .set({ state: "disabled" })
      .where("a.id", "=", params.id)
      .whereRef("o.id", "=", "a.created_by")
      .where("o.role", "=", context.actor.role)
      .where("a.organisation_id", "=", context.actor.organisationId)
      .where("a.state", "=", "active")
      .returning(["a.name", "a.username"])
      .executeTakeFirst();
    if (!disabled) throw conflict("account-state", "这个账号已停用，或不是本单位自行开通的。后者请联系系统管理员。");
    await revokeSessionsOf(context, params.id, null);
    await unlinkIdentitiesOf(context, params.id);
    await notifyOrganisation(context, context.actor.organisationId ?? "", {
      template: "colleague-opened",
      text: `${disabled.name}的账号 ${disabled.username} 已停用：${body.reason}`,
    });
    context.audit({ kind: "account", id: params.id, detail: { reason: body.reason } });
    return { id: params.id };
  },
});
