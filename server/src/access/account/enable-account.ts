import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { accountOwner } from "./account-rows.ts";

/** `POST /api/v1/accounts/:id/enabling`: enables a disabled account again. */
export const enableAccount = operation({
  method: "POST",
  path: "/api/v1/accounts/:id/enabling",
  summary: "恢复账号",
  permission: { roles: ["admin"], over: accountOwner },
  params: ById,
  output: Done,
  async run(context, { params }) {
    const enabled = await context.db
      .updateTable("account")
      .set({ state: "active" })
      .where("id", "=", params.id)
      .where("state", "=", "disabled")
      .returning("region")
      .executeTakeFirst();
    if (!enabled) throw conflict("account-state", "账号当前为“正常”，无需恢复。请刷新页面查看最新状态。");
    context.audit({ kind: "account", id: params.id, region: enabled.region });
    return { id: params.id };
  },
});
