import { maskMobile } from "@jinengtong/standards";
import type { Context } from "../../kernel/context.ts";

/** Columns of a contact's phone: sealed, and masked for the screen. */
export const contactPhoneColumns = (context: Context, organisationId: string, phone: string) => ({
  contact_phone_sealed: context.services.sealer.seal(phone, {
    table: "organisation",
    column: "contact_phone",
    row: organisationId,
  }),
  contact_phone_masked: maskMobile(phone),
});
