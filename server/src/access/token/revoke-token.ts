import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { tokenOwner } from "./tokens.ts";

/** `DELETE /api/v1/organisation-tokens/:id`: revokes a token at once. */
export const revokeToken = operation({
  method: "DELETE",
  path: "/api/v1/organisation-tokens/:id",
  summary: "撤销接口令牌",
  permission: { roles: ["institution", "enterprise", "evaluator", "admin", "security"], over: tokenOwner },
  params: ById,
  output: Done,
  async run(context, { params }) {
    const revoked = await context.db
      .updateTable("organisation_token")
      .set({ revoked_at: context.now })
      .where("id", "=", params.id)
      .where("revoked_at", "is", null)
      .executeTakeFirst();
    if (revoked.numUpdatedRows === 0n) throw conflict("token-revoked", "这个令牌已经撤销，请刷新页面查看。");
    context.audit({ kind: "organisation-token", id: params.id });
    return { id: params.id };
  },
});
