import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, pageOf } from "../../kernel/shapes.ts";
import { Employee, EMPLOYEE_ORDER, EmployeeFilter, employeePage } from "./employee-view.ts";
import { organisationOwner } from "../organisation/organisation-view.ts";

/** `GET /api/v1/organisations/:id/employees`: current and former employees, with the end of their contracts. */
export const listEmployees = operation({
  method: "GET",
  path: "/api/v1/organisations/:id/employees",
  summary: "单位职工名单",
  permission: { roles: ["enterprise", "institution", "reviewer", "auditor"], over: organisationOwner },
  scope: "organisation:read",
  params: ById,
  query: EMPLOYEE_ORDER.query.extend(EmployeeFilter.shape),
  output: pageOf(Employee),
  run: (context, { params, query }) => employeePage(context, params.id, query, query),
});

/** Employees as a workbook, numbers masked. */
export const exportEmployees = exportOf(listEmployees, {
  title: "职工名单",
  columns: [
    { header: "姓名", value: (row) => row.name },
    { header: "身份证号", width: 22, value: (row) => row.citizenIdMasked },
    { header: "手机号", width: 16, value: (row) => row.phoneMasked },
    { header: "状态", value: (row) => row.stateLabel },
    { header: "入职日期", width: 14, value: (row) => row.hiredOn },
    { header: "劳动合同期（月）", kind: "number", value: (row) => row.contractMonths },
    { header: "合同到期日", width: 14, value: (row) => row.contractUntil },
    { header: "离职日期", width: 14, value: (row) => row.leftOn },
    { header: "来源", width: 30, value: (row) => row.source },
  ],
});
