import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { pageOf } from "../../kernel/shapes.ts";
import { IMPORT_ORDER, ImportFilter, importPage, ImportRow } from "./import-view.ts";

/** `GET /api/v1/fact-imports`: imports of the reader's office. */
export const listImports = operation({
  method: "GET",
  path: "/api/v1/fact-imports",
  summary: "人员信息导入记录",
  permission: { roles: ["reviewer", "department", "auditor"] },
  query: IMPORT_ORDER.query.extend(ImportFilter.shape),
  output: pageOf(ImportRow),
  run: (context, { query }) => importPage(context, query, query),
});

export const exportImports = exportOf(listImports, {
  title: "人员信息导入记录",
  columns: [
    { header: "编号", kind: "number", value: (row) => row.number },
    { header: "名册", width: 22, value: (row) => row.label },
    { header: "部门", width: 26, value: (row) => row.office },
    { header: "来源", width: 30, value: (row) => row.source },
    { header: "状态", value: (row) => row.stateLabel },
    { header: "行数", kind: "number", value: (row) => row.total },
    { header: "新登记", kind: "number", value: (row) => row.added },
    { header: "更正", kind: "number", value: (row) => row.changed },
    { header: "已有", kind: "number", value: (row) => row.same },
    { header: "有错误", kind: "number", value: (row) => row.faulty },
    { header: "上传人", value: (row) => row.sentBy },
    { header: "上传时间", width: 22, value: (row) => row.sentAt },
    { header: "确认人", value: (row) => row.confirmedBy },
    { header: "确认时间", width: 22, value: (row) => row.confirmedAt },
  ],
});
