import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { PayeeAccount, payeeAccountsOf } from "./payee.ts";

/** `GET /api/v1/me/payee-account`: current and earlier payee accounts of a person. */
export const showMyPayeeAccount = operation({
  method: "GET",
  path: "/api/v1/me/payee-account",
  summary: "本人收款账户",
  permission: { roles: ["learner"] },
  behalf: ["payee", "claim"],
  output: z.strictObject({ current: PayeeAccount.nullable(), before: z.array(PayeeAccount) }),
  async run({ db, actor }) {
    const accounts = await payeeAccountsOf(db, { personId: actor.personId ?? "" });
    return {
      current: accounts.find((account) => account.until === null) ?? null,
      before: accounts.filter((account) => account.until !== null),
    };
  },
});
