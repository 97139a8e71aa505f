import { maskPersonName } from "@jinengtong/standards";
import type { WriteColumn } from "../../adapters/spreadsheet/index.ts";
import { exportOf } from "../../kernel/export-list.ts";
import type { ClaimLine } from "./claim-rows.ts";
import { listClaims } from "./list-claims.ts";

const COLUMNS: WriteColumn<ClaimLine>[] = [
  { header: "申请编号", value: (row) => row.number, width: 16 },
  { header: "补贴", value: (row) => row.benefitName, width: 28 },
  { header: "状态", value: (row) => row.stateLabel },
  { header: "姓名", value: (row) => row.personName },
  { header: "身份证号（部分）", value: (row) => row.citizenIdMasked, width: 22 },
  { header: "申请单位", value: (row) => row.organisationName, width: 28 },
  { header: "班级", value: (row) => row.className, width: 24 },
  { header: "申请金额（元）", kind: "yuan", value: (row) => row.askedFen },
  { header: "核定金额（元）", kind: "yuan", value: (row) => row.approvedFen },
  { header: "已付金额（元）", kind: "yuan", value: (row) => row.paidFen },
  { header: "申请日期", value: (row) => row.appliedOn },
  { header: "办理期限", value: (row) => row.dueOn },
  { header: "是否超期", value: (row) => (row.overdue ? "超期" : "") },
];

const masked = (row: ClaimLine): string | null => (row.personName === null ? null : maskPersonName(row.personName));

/** `GET /api/v1/claims/export`: the list of claims as a workbook. Auditors and finance get masked names. */
export const exportClaims = exportOf(listClaims, {
  title: "补贴申请",
  columns: ({ actor }) =>
    actor.role === "finance" || actor.role === "auditor"
      ? COLUMNS.map((column) => (column.header === "姓名" ? { ...column, value: masked } : column))
      : COLUMNS,
});
