import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { forbidden, notFound, unacceptable } from "../../kernel/problem.ts";
import { CivilDate, Done, Id, Text } from "../../kernel/shapes.ts";
import { recordFacts } from "../../people/index.ts";
import { employeeOf } from "./employee-view.ts";
import { employmentFact, implausibleDays, lockEmployer } from "./employment-reports.ts";
import { organisationOwner } from "../organisation/organisation-view.ts";

/**
 * `PUT /api/v1/organisations/:id/employees/:personId`: corrects or renews an employer's own report; earlier facts stay on record.
 */
export const correctEmployee = operation({
  method: "PUT",
  path: "/api/v1/organisations/:id/employees/:personId",
  summary: "更正职工用工信息",
  permission: { roles: ["enterprise", "institution"], over: organisationOwner },
  scope: "organisation:write",
  params: z.object({ id: Id, personId: Id }),
  body: z.strictObject({
    hiredOn: CivilDate,
    leftOn: CivilDate.nullable(),
    contractMonths: z.number().int().min(0).max(720).nullable(),
    reason: Text(300, 2).describe("为什么更正，例如“续签两年”"),
  }),
  output: Done,
  async run(context, { params, body: { reason, ...stated } }) {
    const employer = await lockEmployer(context, params.id);
    const employee = await employeeOf(context, params.id, params.personId);
    if (!employee) throw notFound("本单位的这名职工");
    if (!employee.reportedHere)
      throw forbidden(
        `这条记录来自“${employee.source}”，不由本单位更正。请向人社部门提出。`,
        "reported-by-another-office",
      );
    const implausible = implausibleDays(stated, context.today);
    if (implausible) {
      const pointer = implausible.column === "入职日期" ? "/hiredOn" : "/leftOn";
      throw unacceptable(implausible.code, implausible.message, [{ pointer, detail: implausible.message }]);
    }
    const [id = ""] = await recordFacts(context, [
      {
        personId: params.personId,
        source: `${employer.name}申报`,
        fact: employmentFact(employer, stated),
        replaces: employee.factId,
        reason,
      },
    ]);
    context.audit({
      kind: "person-fact",
      id,
      organisationId: params.id,
      detail: { kind: "employment", replaces: employee.factId },
    });
    return { id };
  },
});
