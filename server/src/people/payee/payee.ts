import { maskBankCard, parsePayeeNumber, type PayeeNumber } from "@jinengtong/standards";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Sealer } from "../../adapters/seal/index.ts";
import type { Context } from "../../kernel/context.ts";
import { notFound } from "../../kernel/problem.ts";
import { Id, Instant, Line } from "../../kernel/shapes.ts";
import "../tables.ts";

/** Owner of the account: a person or an organisation. */
export type PayeeOwner = { personId: string } | { organisationId: string };

export const BankName = Line(60, 2).describe("开户银行");
/** Number of a person's account; `unusual` if it isn't a card with a check digit. */
export const PersonalAccountNumber = z
  .string()
  .max(60)
  .transform((text, check): PayeeNumber => {
    const parsed = parsePayeeNumber(text);
    if (parsed.ok) return parsed.value;
    check.addIssue({ code: "custom", message: parsed.message });
    return z.NEVER;
  });

/** A payee account, for its owner and the officers. */
export const PayeeAccount = z.strictObject({
  id: Id,
  holderName: z.string(),
  bankName: z.string(),
  numberMasked: z.string(),
  since: Instant,
  until: Instant.nullable(),
});
export type PayeeAccount = z.output<typeof PayeeAccount>;

const place = (id: string) => ({ table: "payee_account", column: "number", row: id });

/** Columns of an account number: sealed, hashed for look-up, masked for the screen. */
export const payeeColumns = (sealer: Sealer, id: string, number: string) => ({
  number_sealed: sealer.seal(number, place(id)),
  number_hash: sealer.lookupHash(number, "bank-account"),
  number_masked: maskBankCard(number),
});

/** Sets the payee account; the earlier one stays on record. Returns the id. */
export async function setPayeeAccount(
  context: Context,
  owner: PayeeOwner,
  given: { holderName: string; bankName: string; number: string },
): Promise<string> {
  const id = randomUUID();
  const { sealer } = context.services;
  await context.db
    .updateTable("payee_account")
    .set({ replaced_at: context.now })
    .where(...ownedBy(owner))
    .where("replaced_at", "is", null)
    .execute();
  await context.db
    .insertInto("payee_account")
    .values({
      id,
      person_id: "personId" in owner ? owner.personId : null,
      organisation_id: "organisationId" in owner ? owner.organisationId : null,
      holder_name: given.holderName,
      bank_name: given.bankName,
      ...payeeColumns(sealer, id, given.number),
      created_at: context.now,
      created_by: context.maybeActor?.accountId ?? null,
      replaced_at: null,
    })
    .execute();
  return id;
}

/** Payee accounts of an owner, the current one first. */
export async function payeeAccountsOf(db: Context["db"], owner: PayeeOwner): Promise<PayeeAccount[]> {
  const rows = await db
    .selectFrom("payee_account")
    .select(["id", "holder_name", "bank_name", "number_masked", "created_at", "replaced_at"])
    .where(...ownedBy(owner))
    .orderBy("replaced_at", (order) => order.desc().nullsFirst())
    .limit(50)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    holderName: row.holder_name,
    bankName: row.bank_name,
    numberMasked: row.number_masked,
    since: row.created_at.toISOString(),
    until: row.replaced_at?.toISOString() ?? null,
  }));
}

/** Full account numbers by id, for the bank file and a recorded unmasking only. */
export async function openPayeeNumbers(context: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await context.db
    .selectFrom("payee_account")
    .select(["id", "number_sealed"])
    .where("id", "in", [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, context.services.sealer.openText(row.number_sealed, place(row.id))]));
}

/** Full number of one account, for the same uses. */
export async function openPayeeNumber(context: Context, id: string): Promise<string> {
  const number = (await openPayeeNumbers(context, [id])).get(id);
  if (number === undefined) throw notFound("收款账户");
  return number;
}

const ownedBy = (owner: PayeeOwner): ["person_id" | "organisation_id", "=", string] =>
  "personId" in owner ? ["person_id", "=", owner.personId] : ["organisation_id", "=", owner.organisationId];
