import { normaliseCode } from "@jinengtong/standards";
import { z } from "zod";
import { notifyOrganisation } from "../../access/index.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { BankName, setPayeeAccount } from "../../people/index.ts";
import { organisationOwner } from "../organisation/organisation-view.ts";

/** Settlement accounts of enterprises have no check digit; banks use 8 to 30 digits, some with hyphens. */
const AccountNumber = z
  .string()
  .max(60)
  .transform((text) => normaliseCode(text).replaceAll("-", ""))
  .refine((number) => /^\d{8,30}$/.test(number), "对公账号应为 8 至 30 位数字");

/** `PUT /api/v1/organisations/:id/payee-account`: sets the organisation's account for subsidies, in its own name. */
export const setOrganisationPayee = operation({
  method: "PUT",
  path: "/api/v1/organisations/:id/payee-account",
  summary: "登记单位收款账户",
  permission: { roles: ["institution", "enterprise", "evaluator"], over: organisationOwner },
  params: ById,
  body: z.strictObject({ bankName: BankName, number: AccountNumber }),
  output: Done,
  async run(context, { params, body }) {
    const row = await context.db
      .selectFrom("organisation")
      .select("name")
      .where("id", "=", params.id)
      .executeTakeFirst();
    if (!row) throw notFound("这家机构");
    const id = await setPayeeAccount(context, { organisationId: params.id }, { ...body, holderName: row.name });
    await notifyOrganisation(context, params.id, {
      template: "organisation-payee-changed",
      text: `贵单位的补贴收款账户已登记或更换（${body.bankName}）。请核对；如果不是贵单位办理，请立即联系人社部门。`,
    });
    context.audit({ kind: "payee-account", id, organisationId: params.id });
    return { id };
  },
});
