import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { EVERYBODY } from "./sign-out.ts";
import { revokeSession } from "./start-session.ts";

/** `DELETE /api/v1/me/sessions/:id`: signs another device of this account out. */
export const revokeMySession = operation({
  method: "DELETE",
  path: "/api/v1/me/sessions/:id",
  summary: "让一台设备退出登录",
  permission: { roles: EVERYBODY },
  params: ById,
  output: Done,
  async run(context, { params }) {
    const mine = await context.db
      .selectFrom("session")
      .select("id")
      .where("id", "=", params.id)
      .where("account_id", "=", context.actor.accountId)
      .executeTakeFirst();
    if (!mine) throw notFound("这台设备的登录");
    await revokeSession(context, params.id);
    context.audit({ kind: "session", id: params.id });
    return { id: params.id };
  },
});
