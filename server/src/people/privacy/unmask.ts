import { z } from "zod";
import { inOwnTransaction } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, Text } from "../../kernel/shapes.ts";
import { openCitizenId, openPhone } from "./open-personal-data.ts";
import { openPayeeNumber, payeeAccountsOf } from "../payee/payee.ts";
import { personOwner } from "../identity/person-view.ts";

export const UNMASKABLE = { citizenId: "身份号码", phone: "手机号码", bankAccount: "银行账号" } as const;
const Field = z.enum(["citizenId", "phone", "bankAccount"]);

/** Fields to unmask and the purpose. The person can read both. */
export const UnmaskingAsked = z.strictObject({
  purpose: Text(200, 4).describe("查看目的，本人可见"),
  fields: z
    .array(Field)
    .min(1, "至少选择一项")
    .max(3)
    .transform((fields) => [...new Set(fields)]),
});

export const Unmasked = z.strictObject({
  citizenId: z.string().optional(),
  phone: z.string().nullable().optional(),
  bankAccount: z.string().nullable().optional(),
});

/**
 * Unmasks the requested fields and records it for the person. For this module's operation and for later modules with their own
 * permissions, such as an institution for its learners; always within `inOwnTransaction`, so that no answer is stored.
 */
export async function unmask(
  context: Context,
  personId: string,
  asked: z.output<typeof UnmaskingAsked>,
): Promise<z.output<typeof Unmasked>> {
  await context.db
    .insertInto("personal_data_access")
    .values({
      person_id: personId,
      account_id: context.actor.accountId,
      purpose: asked.purpose,
      fields: asked.fields,
      at: context.now,
    })
    .execute();
  context.audit({ kind: "person", id: personId, detail: { fields: asked.fields } });
  context.replyHeaders.push(["cache-control", "no-store"]);
  const answer: z.output<typeof Unmasked> = {};
  if (asked.fields.includes("citizenId")) answer.citizenId = await openCitizenId(context, personId);
  if (asked.fields.includes("phone")) answer.phone = await openPhone(context, personId);
  if (asked.fields.includes("bankAccount")) {
    const [account] = await payeeAccountsOf(context.db, { personId });
    answer.bankAccount = account?.until === null ? await openPayeeNumber(context, account.id) : null;
  }
  return answer;
}

/** `POST /api/v1/people/:id/unmasking`: unmasks personal data for a purpose, on record. */
export const unmaskPerson = operation({
  method: "POST",
  path: "/api/v1/people/:id/unmasking",
  summary: "查看完整证件号、手机号或银行账号",
  permission: { roles: ["reviewer", "finance", "auditor"], over: personOwner },
  perMinute: 60,
  creates: false,
  params: ById,
  body: UnmaskingAsked,
  output: Unmasked,
  run: (outer, { params, body }) =>
    inOwnTransaction(outer, "POST /api/v1/people/:id/unmasking", (context) => unmask(context, params.id, body)),
});
