import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { Done, Line } from "../../kernel/shapes.ts";
import { Mobile, Town } from "../../people/index.ts";
import { contactPhoneColumns } from "./contact-phone.ts";

/**
 * `PUT /api/v1/me/organisation`: changes address and contact of one's organisation. Name, kind and code are changed by the bureau
 * only.
 */
export const editContact = operation({
  method: "PUT",
  path: "/api/v1/me/organisation",
  summary: "更新本单位联系方式",
  permission: { roles: ["institution", "enterprise", "evaluator"] },
  body: z.strictObject({
    town: Town,
    address: Line(200),
    contactName: Line(50),
    contactPhone: Mobile.optional().describe("不填则保持不变"),
  }),
  output: Done,
  async run(context, { body }) {
    const id = context.actor.organisationId ?? "";
    await context.db
      .updateTable("organisation")
      .set({
        town: body.town,
        address: body.address,
        contact_name: body.contactName,
        ...(body.contactPhone === undefined ? {} : contactPhoneColumns(context, id, body.contactPhone)),
      })
      .where("id", "=", id)
      .execute();
    context.audit({ kind: "organisation", id, organisationId: id });
    return { id };
  },
});
