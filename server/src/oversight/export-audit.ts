import { z } from "zod";
import { SHEET_MEDIA_TYPES, writeSheet } from "../adapters/spreadsheet/index.ts";
import type { Context } from "../kernel/context.ts";
import { FileReply } from "../kernel/files.ts";
import { operation } from "../kernel/operation.ts";
import { fileOutput } from "../kernel/shapes.ts";
import { entries, Filter, READERS, type Line } from "./audit-entries.ts";

/** The same as a workbook, written while it is read. */
export const exportAudit = operation({
  method: "GET",
  path: "/api/v1/audit-log/export",
  summary: "导出审计日志",
  permission: { roles: READERS },
  query: Filter,
  output: fileOutput,
  run: async (context, { query }) =>
    new FileReply({
      mediaType: SHEET_MEDIA_TYPES.xlsx,
      fileName: `审计日志-${context.today}.xlsx`,
      content: writeSheet<Line>(
        [
          { header: "序号", kind: "number", value: (row) => row.id },
          { header: "时间（UTC）", width: 24, value: (row) => row.at },
          { header: "账号", width: 16, value: (row) => row.account },
          { header: "角色", value: (row) => row.roleLabel },
          { header: "操作", width: 48, value: (row) => row.operation },
          { header: "对象", width: 18, value: (row) => row.subjectKind },
          { header: "对象编号", width: 38, value: (row) => row.subjectId },
          { header: "说明", width: 40, value: (row) => JSON.stringify(row.detail) },
          { header: "链上序号", kind: "number", value: (row) => row.sealedAs },
        ],
        everyEntry(context, query),
        { format: "xlsx", sheetName: "审计日志" },
      ),
    }),
});

const BATCH = 2_000;

async function* everyEntry(context: Context, filter: z.output<typeof Filter>): AsyncGenerator<Line> {
  for (let before: number | null = null; ;) {
    const rows: Line[] = await entries(context, filter, { before, limit: BATCH });
    yield* rows;
    const last = rows.at(-1);
    if (rows.length < BATCH || !last) return;
    before = last.id;
  }
}
