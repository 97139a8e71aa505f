import { SHEET_MEDIA_TYPES, writeSheet } from "../../adapters/spreadsheet/index.ts";
import { FileReply } from "../../kernel/files.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, fileOutput } from "../../kernel/shapes.ts";
import { FRAMES } from "./sample-frames.ts";
import { findingsOf, READERS, sampleOf, sampleOwner } from "./sample-view.ts";

/** The sample with its findings as a workbook. */
export const exportSample = operation({
  method: "GET",
  path: "/api/v1/audit-samples/:id/export",
  summary: "导出抽样与结果",
  permission: { roles: READERS, over: sampleOwner },
  params: ById,
  output: fileOutput,
  async run(context, { params }) {
    const row = await sampleOf(context, params.id);
    const found = Map.groupBy(await findingsOf(context, params.id), (finding) => finding.subjectId);
    const rows = row.drawn.map((id, index) => ({ id, index, findings: found.get(id) ?? [] }));
    return new FileReply({
      mediaType: SHEET_MEDIA_TYPES.xlsx,
      fileName: `抽样-${FRAMES[row.frame]}-${[...row.seed].slice(0, 12).join("")}.xlsx`,
      content: writeSheet<(typeof rows)[number]>(
        [
          { header: "抽取序号", kind: "number", value: ({ index }) => index + 1 },
          { header: `${FRAMES[row.frame]}编号`, width: 40, value: ({ id }) => id },
          { header: "结论", value: ({ findings }) => findings.at(-1)?.verdictLabel },
          { header: "说明", width: 60, value: ({ findings }) => findings.map((finding) => finding.note).join("；") },
          { header: "登记人", value: ({ findings }) => findings.at(-1)?.foundBy },
          { header: "种子", width: 28, value: () => row.seed },
        ],
        rows,
        { format: "xlsx", sheetName: "抽样" },
      ),
    });
  },
});
