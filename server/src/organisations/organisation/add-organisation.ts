import { parseUscc } from "@jinengtong/standards";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { forbidden } from "../../kernel/problem.ts";
import { Done, Line } from "../../kernel/shapes.ts";
import { Mobile, Town } from "../../people/index.ts";
import { contactPhoneColumns } from "./contact-phone.ts";
import { Kind } from "./organisation-view.ts";

const Uscc = z
  .string()
  .max(60)
  .transform((text, check): string => {
    const parsed = parseUscc(text);
    if (parsed.ok) return parsed.value.code;
    check.addIssue({ code: "custom", message: parsed.message });
    return z.NEVER;
  });

/** `POST /api/v1/organisations`: adds an organisation by its unified social credit code; its account is created separately. */
export const addOrganisation = operation({
  method: "POST",
  path: "/api/v1/organisations",
  summary: "登记机构或企业",
  permission: { roles: ["admin", "reviewer"] },
  body: z.strictObject({
    uscc: Uscc,
    name: Line(100, 2),
    kind: Kind,
    ownership: z.enum(["public", "private"]).default("private"),
    town: Town,
    address: Line(200).nullable().default(null),
    contactName: Line(50).nullable().default(null),
    contactPhone: Mobile.optional(),
  }),
  output: Done,
  async run(context, { body }) {
    const region = body.town.slice(0, 6);
    if (!region.startsWith(context.actor.region.slice(0, 6)))
      throw forbidden("只能登记本辖区的单位。", "region-outside");
    const id = randomUUID();
    const { contactName, contactPhone, ...told } = body;
    await context.db
      .insertInto("organisation")
      .values({
        ...told,
        id,
        region,
        contact_name: contactName,
        ...(contactPhone === undefined
          ? { contact_phone_sealed: null, contact_phone_masked: null }
          : contactPhoneColumns(context, id, contactPhone)),
      })
      .execute();
    context.audit({ kind: "organisation", id, organisationId: id, region, detail: { kind: body.kind } });
    return { id };
  },
});
