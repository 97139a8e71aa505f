import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById } from "../../kernel/shapes.ts";
import { PayeeAccount, payeeAccountsOf } from "../../people/index.ts";
import { organisationOwner } from "../organisation/organisation-view.ts";

/** `GET /api/v1/organisations/:id/payee-account`: current and earlier payee accounts of an organisation, masked. */
export const showOrganisationPayee = operation({
  method: "GET",
  path: "/api/v1/organisations/:id/payee-account",
  summary: "单位收款账户",
  permission: {
    roles: ["institution", "enterprise", "evaluator", "reviewer", "finance", "auditor"],
    over: organisationOwner,
  },
  params: ById,
  output: z.strictObject({ current: PayeeAccount.nullable(), before: z.array(PayeeAccount) }),
  async run({ db }, { params }) {
    const accounts = await payeeAccountsOf(db, { organisationId: params.id });
    return {
      current: accounts.find((account) => account.until === null) ?? null,
      before: accounts.filter((account) => account.until !== null),
    };
  },
});
