import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { Done } from "../../kernel/shapes.ts";
import { BankName, PersonalCardNumber, setPayeeAccount } from "./payee.ts";

/**
 * `PUT /api/v1/me/payee-account`: sets a person's account for subsidies: a card in their own name, preferably the social-security
 * card.
 */
export const setMyPayeeAccount = operation({
  method: "PUT",
  path: "/api/v1/me/payee-account",
  summary: "登记本人收款账户",
  permission: { roles: ["learner"] },
  body: z.strictObject({ bankName: BankName, number: PersonalCardNumber }),
  output: Done,
  async run(context, { body }) {
    const personId = context.actor.personId ?? "";
    const person = await context.db
      .selectFrom("person")
      .select("name")
      .where("id", "=", personId)
      .executeTakeFirstOrThrow();
    const id = await setPayeeAccount(context, { personId }, { ...body, holderName: person.name });
    context.audit({ kind: "payee-account", id });
    return { id };
  },
});
