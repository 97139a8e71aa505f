import { z } from "zod";
import { json } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { Done } from "../../kernel/shapes.ts";
import { Kind, MAIL_ROLES, MAIL_TIMES } from "./mail-kinds.ts";
import { addressInForce } from "./own-address.ts";

/** `PUT /api/v1/me/mail/choices`: when messages of each kind are sent on to the confirmed address. */
export const chooseMail = operation({
  method: "PUT",
  path: "/api/v1/me/mail/choices",
  summary: "选择哪些通知发邮件",
  permission: { roles: MAIL_ROLES },
  body: z.strictObject({ choices: z.partialRecord(Kind, z.enum(MAIL_TIMES)) }),
  output: Done,
  async run(context, { body }) {
    const own = await addressInForce(context);
    if (!own) throw conflict("mail-address-missing", "还没有确认的邮箱。请先登记邮箱并填写验证码。");
    await context.db
      .updateTable("mail_address")
      .set({ choices: json({ ...own.choices, ...body.choices }) })
      .where("id", "=", own.id)
      .execute();
    context.audit({ kind: "account", id: context.actor.accountId });
    return { id: own.id };
  },
});
