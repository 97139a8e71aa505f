import { operation } from "../../kernel/operation.ts";
import { ById, fileOutput } from "../../kernel/shapes.ts";
import { sheetReply } from "../../kernel/sheets.ts";
import { rosterTask, rosterTaskOwner } from "./roster-task.ts";

/** All findings of an import as a sheet: row, column, fault. Numbers are masked. */
export const exportRosterErrors = operation({
  method: "GET",
  path: "/api/v1/roster-imports/:id/errors",
  summary: "下载花名册错误清单",
  permission: { roles: ["institution"], over: rosterTaskOwner },
  scope: "classes:read",
  params: ById,
  output: fileOutput,
  async run(context, { params }) {
    const { result } = await rosterTask(context, params.id);
    const rows = [
      ...(result?.errors ?? []).map((finding) => ({ kind: "错误", ...finding })),
      ...(result?.warnings ?? []).map((finding) => ({ kind: "提示", ...finding })),
    ];
    return sheetReply(
      "花名册错误清单",
      [
        { header: "行号", kind: "number", width: 8, value: (row) => row.rowNumber },
        { header: "类型", width: 8, value: (row) => row.kind },
        { header: "列", value: (row) => row.column },
        { header: "内容", width: 22, value: (row) => row.value },
        { header: "说明", width: 60, value: (row) => row.sentence },
      ],
      rows,
    );
  },
});
