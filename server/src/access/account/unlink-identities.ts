import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { accountOwner } from "./account-rows.ts";
import { unlinkIdentitiesOf } from "../oidc/identities.ts";

/** `POST /api/v1/accounts/:id/identities/unlinking`: ends the account's links to identity services; the subjects may be linked anew. */
export const unlinkStaffIdentities = operation({
  method: "POST",
  path: "/api/v1/accounts/:id/identities/unlinking",
  summary: "解除统一身份认证绑定",
  permission: { roles: ["admin"], over: accountOwner },
  params: ById,
  output: Done,
  async run(context, { params }) {
    const ended = await unlinkIdentitiesOf(context, params.id);
    if (ended === 0)
      throw conflict("identity-not-linked", "这个账号没有绑定统一身份认证，无需解除。请刷新页面查看最新状态。");
    context.audit({ kind: "account", id: params.id, detail: { ended } });
    return { id: params.id };
  },
});
