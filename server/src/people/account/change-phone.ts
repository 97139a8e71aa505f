import { z } from "zod";
import { checkPhoneCode, inOwnTransaction, usePhoneCode } from "../../access/index.ts";
import { operation } from "../../kernel/operation.ts";
import { Mobile, phoneColumns } from "../identity/identity.ts";

/** `PUT /api/v1/me/phone`: changes the phone, verified by a code sent to it. */
export const changePhone = operation({
  method: "PUT",
  path: "/api/v1/me/phone",
  summary: "更换手机号",
  permission: { roles: ["learner"] },
  perMinute: 30,
  creates: false,
  body: z.strictObject({ phone: Mobile, code: z.string().trim().max(10) }),
  output: z.strictObject({ phoneMasked: z.string() }),
  async run(outer, { body }) {
    const code = await checkPhoneCode(outer, body.phone, body.code, "change-phone");
    return inOwnTransaction(outer, "PUT /api/v1/me/phone", async (context) => {
      await usePhoneCode(context, code);
      const personId = context.actor.personId ?? "";
      const columns = phoneColumns(context.services.sealer, personId, body.phone);
      await context.db.updateTable("person").set(columns).where("id", "=", personId).execute();
      context.audit({ kind: "person", id: personId });
      return { phoneMasked: columns.phone_masked };
    });
  },
});
