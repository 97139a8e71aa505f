import { operation } from "../../kernel/operation.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { accountOwner } from "./account-rows.ts";
import { forgetFailures } from "../session/sign-in.ts";

/** `POST /api/v1/accounts/:id/unlocking`: ends a lock-out after wrong passwords early. */
export const unlockAccount = operation({
  method: "POST",
  path: "/api/v1/accounts/:id/unlocking",
  summary: "解锁账号",
  permission: { roles: ["admin", "security"], over: accountOwner },
  params: ById,
  output: Done,
  async run(context, { params }) {
    await forgetFailures(context, params.id);
    context.audit({ kind: "account", id: params.id });
    return { id: params.id };
  },
});
