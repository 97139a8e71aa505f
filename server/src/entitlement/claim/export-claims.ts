import { maskPersonName } from "@jinengtong/standards";
import type { WriteColumn } from "../../adapters/spreadsheet/index.ts";
import { operation } from "../../kernel/operation.ts";
import { fileOutput } from "../../kernel/shapes.ts";
import { everyRow, sheetReply } from "../../kernel/sheets.ts";
import { CLAIM_ORDER, CLAIM_READERS, ClaimFilter, type ClaimLine, filtered, readClaimLines } from "./claim-rows.ts";

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

/** `GET /api/v1/claims/export`: the list of claims as a workbook. Auditors and finance get masked names. */
export const exportClaims = operation({
  method: "GET",
  path: "/api/v1/claims/export",
  summary: "导出补贴申请列表",
  permission: { roles: CLAIM_READERS },
  scope: "claims:read",
  query: ClaimFilter.extend(CLAIM_ORDER.shape),
  output: fileOutput,
  run(context, { query }) {
    const where = filtered(context.actor, query, context.today);
    const masks = context.actor.role === "finance" || context.actor.role === "auditor";
    const columns = COLUMNS.map((column) =>
      masks && column.header === "姓名"
        ? { ...column, value: (row: ClaimLine) => (row.personName === null ? null : maskPersonName(row.personName)) }
        : column,
    );
    const rows = everyRow((cursor) =>
      readClaimLines(context, where, context.today, { sort: query.sort, cursor, limit: 2_000 }),
    );
    return sheetReply(`补贴申请-${context.today}`, columns, rows);
  },
});
