import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";
import { ById, CivilDate, Done } from "../../kernel/shapes.ts";
import { CitizenIdNumber, Mobile, PersonName } from "../../people/index.ts";
import { lockEmployer, reportEmployments } from "./employment-reports.ts";
import { organisationOwner } from "../organisation/organisation-view.ts";

const POINTERS: Readonly<Record<string, string>> = {
  姓名: "/name",
  身份证号: "/citizenId",
  手机号: "/phone",
  入职日期: "/hiredOn",
  离职日期: "/leftOn",
  劳动合同期: "/contractMonths",
};
const CONFLICTS = new Set(["employee-exists", "contract-differs", "already-left"]);

/** `POST /api/v1/organisations/:id/employments`: an enterprise reports an employment, with start and contract. */
export const recordEmployment = operation({
  method: "POST",
  path: "/api/v1/organisations/:id/employments",
  summary: "登记本单位职工用工信息",
  permission: { roles: ["enterprise", "institution"], over: organisationOwner },
  scope: "organisation:write",
  params: ById,
  body: z.strictObject({
    name: PersonName,
    citizenId: CitizenIdNumber,
    phone: Mobile.optional(),
    hiredOn: CivilDate,
    leftOn: CivilDate.nullable().default(null),
    contractMonths: z.number().int().min(0).max(720).nullable().default(null),
  }),
  output: Done,
  async run(context, { params, body }) {
    const employer = await lockEmployer(context, params.id);
    const [told] = await reportEmployments(context, employer, [{ ...body, phone: body.phone ?? null }]);
    if (!told?.ok) {
      const { code = "", message = "", column = "" } = told ?? {};
      if (CONFLICTS.has(code)) throw conflict(code, message);
      throw unacceptable(code, message, [{ pointer: POINTERS[column] ?? "/name", detail: message }]);
    }
    const id = told.factId ?? "";
    context.audit({ kind: "person-fact", id, organisationId: params.id, detail: { kind: "employment" } });
    return { id };
  },
});
