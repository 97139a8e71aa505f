import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { Mobile, phoneColumns } from "../identity/identity.ts";
import { personOwner } from "../identity/person-view.ts";

/**
 * `PUT /api/v1/people/:id/phone`: at the counter, from the identity card, the phone of a person whom others wrote down without one. They, or
 * a relative whose phone it is, then register by a code sent to it: name and number alone, which whoever wrote the record knows, make
 * nobody that person. The phone of somebody with an account is theirs to change.
 */
export const recordPhone = operation({
  method: "PUT",
  path: "/api/v1/people/:id/phone",
  summary: "窗口登记本人手机号",
  permission: { roles: ["reviewer"], over: personOwner },
  params: ById,
  body: z.strictObject({
    phone: Mobile,
    reason: Text(300, 4).describe("核对情况，例如“本人持身份证原件到窗口”"),
  }),
  output: Done,
  async run(context, { params, body }) {
    const account = await context.db
      .selectFrom("account")
      .select("id")
      .where("person_id", "=", params.id)
      .executeTakeFirst();
    if (account)
      throw conflict(
        "phone-is-theirs",
        "本人已经注册，手机号由本人登录后更换，窗口不能代改。请本人在“我的信息”中更换。",
      );
    await context.db
      .updateTable("person")
      .set(phoneColumns(context.services.sealer, params.id, body.phone))
      .where("id", "=", params.id)
      .execute();
    context.audit({ kind: "person", id: params.id, detail: { reason: body.reason } });
    return { id: params.id };
  },
});
