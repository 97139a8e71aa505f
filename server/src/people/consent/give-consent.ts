import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { Text } from "../../kernel/shapes.ts";
import { CONSENT_PURPOSES, type ConsentPurpose, giveConsent } from "./consents.ts";

const Purpose = z.enum(Object.keys(CONSENT_PURPOSES) as [ConsentPurpose, ...ConsentPurpose[]]);

/** `POST /api/v1/me/consents`: gives or withdraws consent for a purpose. Every version stays on record. */
export const recordConsent = operation({
  method: "POST",
  path: "/api/v1/me/consents",
  summary: "同意或撤回同意",
  permission: { roles: ["learner"] },
  behalf: ["register"],
  body: z.strictObject({ purpose: Purpose, given: z.boolean(), version: Text(40) }),
  output: z.strictObject({ purpose: Purpose, given: z.boolean() }),
  async run(context, { body }) {
    const { personId, accountId } = context.actor;
    await giveConsent(context, { ...body, personId: personId ?? "", accountId });
    context.audit({ kind: "person", id: personId ?? "", detail: { purpose: body.purpose, given: body.given } });
    return { purpose: body.purpose, given: body.given };
  },
});
