import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { MAIL_ROLES } from "./mail-kinds.ts";

/** `DELETE /api/v1/me/mail/address`: nothing is sent to any address of this account any more. */
export const removeAddress = operation({
  method: "DELETE",
  path: "/api/v1/me/mail/address",
  summary: "不再用邮件接收通知",
  permission: { roles: MAIL_ROLES },
  output: z.strictObject({ removed: z.literal(true) }),
  async run(context) {
    await context.db
      .updateTable("mail_address")
      .set({ removed_at: context.now })
      .where("account_id", "=", context.actor.accountId)
      .where("removed_at", "is", null)
      .execute();
    context.audit({ kind: "account", id: context.actor.accountId });
    return { removed: true as const };
  },
});
