import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { accountOwner } from "./account-rows.ts";
import { linkIdentity } from "../oidc/identities.ts";
import { settingsOf } from "../oidc/provider.ts";

/** `POST /api/v1/accounts/:id/identities`: links a member of staff to their subject at an identity service. */
export const linkStaffIdentity = operation({
  method: "POST",
  path: "/api/v1/accounts/:id/identities",
  summary: "绑定统一身份认证",
  permission: { roles: ["admin"], over: accountOwner },
  params: ById,
  body: z.strictObject({ provider: Text(200), subject: Text(255) }),
  output: Done,
  async run(context, { params, body }) {
    const { issuer } = settingsOf(context.services, body.provider);
    await linkIdentity(context, { issuer, subject: body.subject }, params.id);
    context.audit({ kind: "account", id: params.id, detail: { provider: body.provider } });
    return { id: params.id };
  },
});
