import { SHEET_MEDIA_TYPES, writeSheet } from "../adapters/spreadsheet/index.ts";
import { FileReply } from "../kernel/files.ts";
import { operation } from "../kernel/operation.ts";
import { fileOutput } from "../kernel/shapes.ts";
import { anomalyLines, chosen, Filter, OVERSEERS, type Line } from "./anomaly-view.ts";

/** More than anybody reads; a queue this long is itself the finding. */
const EXPORTED = 20_000;

/** The queue as a workbook. */
export const exportAnomalies = operation({
  method: "GET",
  path: "/api/v1/anomalies/export",
  summary: "导出异常线索",
  permission: { roles: OVERSEERS },
  query: Filter,
  output: fileOutput,
  async run({ db, actor, today }, { query }) {
    const rows = await anomalyLines(db, chosen(actor, query), EXPORTED);
    return new FileReply({
      mediaType: SHEET_MEDIA_TYPES.xlsx,
      fileName: `异常线索-${today}.xlsx`,
      content: writeSheet<Line>(
        [
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
        rows,
        { format: "xlsx", sheetName: "异常线索" },
      ),
    });
  },
});
