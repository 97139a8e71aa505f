import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict, notFound, unacceptable } from "../../kernel/problem.ts";
import { CivilDate, Done, Id } from "../../kernel/shapes.ts";
import { notify, recordFacts } from "../../people/index.ts";
import { employeeOf } from "./employee-view.ts";
import { employmentFact, lockEmployer } from "./employment-reports.ts";
import { organisationOwner } from "../organisation/organisation-view.ts";

/** `POST /api/v1/organisations/:id/employees/:personId/departure`: records an employee's departure, whoever recorded the hiring. */
export const employeeLeaves = operation({
  method: "POST",
  path: "/api/v1/organisations/:id/employees/:personId/departure",
  summary: "登记职工离职",
  permission: { roles: ["enterprise", "institution"], over: organisationOwner },
  scope: "organisation:write",
  params: z.object({ id: Id, personId: Id }),
  body: z.strictObject({ leftOn: CivilDate }),
  output: Done,
  async run(context, { params, body: { leftOn } }) {
    const employer = await lockEmployer(context, params.id);
    const employee = await employeeOf(context, params.id, params.personId);
    if (!employee) throw notFound("本单位的这名职工");
    if (employee.leftOn !== null)
      throw conflict("already-left", `已登记为 ${employee.leftOn} 离职。填错了请用“更正”。`);
    if (leftOn < employee.hiredOn)
      throw unacceptable("dates-out-of-order", `离职日期不能早于 ${employee.hiredOn} 入职。`, [
        { pointer: "/leftOn", detail: `不早于 ${employee.hiredOn}` },
      ]);
    if (leftOn > context.today)
      throw unacceptable("day-too-late", "离职日期不能晚于今天，请离职后再登记，或核对年份。", [
        { pointer: "/leftOn", detail: "不晚于今天" },
      ]);
    const [id = ""] = await recordFacts(context, [
      {
        personId: params.personId,
        source: `${employer.name}申报`,
        fact: employmentFact(employer, { ...employee, leftOn }),
        replaces: employee.factId,
        reason: `${leftOn} 离职`,
      },
    ]);
    await notify(
      context,
      params.personId,
      "employment-ended",
      `${employer.name}登记您已于 ${leftOn} 离职。与事实不符的，请向人社部门反映。`,
    );
    context.audit({ kind: "person-fact", id, organisationId: params.id, detail: { kind: "employment", leftOn } });
    return { id };
  },
});
