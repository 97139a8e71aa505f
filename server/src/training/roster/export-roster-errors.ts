import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, fileOutput } from "../../kernel/shapes.ts";
import { markedSheetReply } from "../../kernel/sheets.ts";
import { rosterColumns } from "./roster-sheet.ts";
import { rosterTask, rosterTaskOwner } from "./roster-task.ts";

/** The clerk's own sheet with every finding in a last column, to be mended and sent again. */
export const exportRosterErrors = operation({
  method: "GET",
  path: "/api/v1/roster-imports/:id/errors",
  summary: "下载带错误说明的花名册",
  permission: { roles: ["institution"], over: rosterTaskOwner },
  scope: "classes:read",
  params: ById,
  output: fileOutput,
  async run(context, { params }) {
    const task = await rosterTask(context, params.id);
    if (task.result === null || task.result.refused !== null)
      throw conflict("nothing-to-mark", "这份文件没有读出名单，没有可以下载的错误说明。");
    const file = await context.services.files.read(context, task.input.fileId);
    return markedSheetReply(file.name, file.content, rosterColumns(), task.result);
  },
});
