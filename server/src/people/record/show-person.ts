import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById } from "../../kernel/shapes.ts";
import { FactRow, factsOf } from "../fact/fact-rows.ts";
import { GroupRow, groupsOf } from "../group/group-rows.ts";
import { PayeeAccount, payeeAccountsOf } from "../payee/payee.ts";
import { MaskedPerson, maskedPerson, personOwner } from "../identity/person-view.ts";

/** `GET /api/v1/people/:id`: a person's record as the officers of the region see it: masked, with groups and facts. */
export const showPerson = operation({
  method: "GET",
  path: "/api/v1/people/:id",
  summary: "人员档案",
  permission: { roles: ["reviewer", "department", "finance", "auditor"], over: personOwner },
  params: ById,
  output: z.strictObject({
    person: MaskedPerson,
    groups: z.array(GroupRow),
    facts: z.array(FactRow),
    payeeAccounts: z.array(PayeeAccount),
  }),
  async run({ db }, { params }) {
    const [person, groups, facts, payeeAccounts] = await Promise.all([
      maskedPerson(db, params.id),
      groupsOf(db, params.id),
      factsOf(db, params.id),
      payeeAccountsOf(db, { personId: params.id }),
    ]);
    if (!person) throw notFound("这位人员");
    return { person, groups, facts, payeeAccounts };
  },
});
