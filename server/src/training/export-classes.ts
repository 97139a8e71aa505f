import { sql } from "../kernel/database.ts";
import type { Context } from "../kernel/context.ts";
import { operation } from "../kernel/operation.ts";
import { fileOutput } from "../kernel/shapes.ts";
import { sheetReply } from "../kernel/sheets.ts";
import { ClassFilter, filterClasses, hidesDrafts } from "./class-filter.ts";
import { LINE_COLUMNS, toLine, type LineRow } from "./class-lines.ts";
import { CLASS_READERS, visibleClasses } from "./visible.ts";

/** The filtered list of classes as a workbook, written while it is read. */
export const exportClasses = operation({
  method: "GET",
  path: "/api/v1/classes/export",
  summary: "导出培训班列表",
  permission: { roles: CLASS_READERS },
  scope: "classes:read",
  query: ClassFilter,
  output: fileOutput,
  run: (context, { query }) =>
    sheetReply(
      "培训班",
      [
        { header: "班级编号", width: 16, value: (row) => row.number },
        { header: "班级名称", width: 30, value: (row) => row.name },
        { header: "机构", width: 30, value: (row) => row.organisationName },
        { header: "职业（工种）", width: 20, value: (row) => row.occupationName },
        { header: "等级", kind: "number", width: 8, value: (row) => row.level },
        { header: "开班日期", value: (row) => row.startsOn },
        { header: "结束日期", value: (row) => row.endsOn },
        { header: "名额", kind: "number", width: 8, value: (row) => row.capacity },
        { header: "已占名额", kind: "number", width: 10, value: (row) => row.seatsTaken },
        { header: "状态", value: (row) => row.stateLabel },
      ],
      lines(context, query),
    ),
});

const PAGE = 1_000;

/** A page of rows at a time, so that memory does not grow with the list. */
async function* lines(context: Context, query: Parameters<typeof filterClasses>[0]) {
  let after = "";
  for (;;) {
    const found = await sql<LineRow>`
      select ${LINE_COLUMNS} from training_class c join organisation o on o.id = c.organisation_id
      where ${visibleClasses(context.actor)} and ${filterClasses(query)} and ${hidesDrafts(context.actor.role)} and c.number > ${after}
      order by c.number limit ${PAGE}`.execute(context.db);
    for (const row of found.rows) yield toLine(row);
    const last = found.rows.at(-1);
    if (last === undefined || found.rows.length < PAGE) return;
    after = last.number;
  }
}
