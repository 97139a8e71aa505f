import { exportOf } from "../../kernel/export-list.ts";
import { listAnomalies } from "./list-anomalies.ts";

/** Anomalies as a workbook. */
export const exportAnomalies = exportOf(listAnomalies, {
  title: "疑点",
  columns: [
    { header: "线索", width: 30, value: (row) => row.title },
    { header: "条款", width: 8, value: (row) => row.clause },
    { header: "程度", kind: "number", width: 8, value: (row) => row.severity },
    { header: "培训班", width: 28, value: (row) => row.className },
    { header: "机构", width: 28, value: (row) => row.organisation },
    { header: "内容", width: 60, value: (row) => row.summary },
    { header: "发现时间（UTC）", width: 24, value: (row) => row.foundAt },
    { header: "状态", width: 10, value: (row) => row.stateLabel },
    { header: "处理人", width: 12, value: (row) => row.decidedBy },
    { header: "处理理由", width: 40, value: (row) => row.decisionReason },
    { header: "处置人", width: 12, value: (row) => row.resolvedBy },
    { header: "处置理由", width: 40, value: (row) => row.resolutionReason },
  ],
});
