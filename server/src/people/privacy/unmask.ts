import { z } from "zod";
import { inOwnTransaction, notifyOffice } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
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
  const before = await peopleThisHour(context);
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
  if (before < MANY && (await peopleThisHour(context)) >= MANY) await raiseAlarm(context);
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

/** People unmasked by one account within an hour from which on somebody is asked to look at it. */
const MANY = 30;

/** Holds the account, so that of several at the same moment one crosses the line. */
async function peopleThisHour(context: Context): Promise<number> {
  const { accountId } = context.actor;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`unmasking ${accountId}`}, 0))`.execute(context.db);
  const { rows } = await sql<{ n: number }>`
    select count(distinct person_id)::int as n from personal_data_access
    where account_id = ${accountId} and at > ${new Date(context.now.getTime() - 3_600_000)} and fields <> '{}'`.execute(
    context.db,
  );
  return rows[0]?.n ?? 0;
}

async function raiseAlarm(context: Context): Promise<void> {
  const text = `今天有 {n} 次：同一账号一小时内查看了 ${MANY} 人的完整证件号、手机号或银行账号。请查看是谁、为了什么，并向其核实。`;
  for (const role of ["security", "auditor"] as const)
    await notifyOffice(context, role, context.actor.region, { template: "many-unmaskings", text });
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
