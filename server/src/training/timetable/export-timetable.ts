import { todayInShanghai } from "@jinengtong/standards";
import { operation } from "../../kernel/operation.ts";
import { ById, fileOutput } from "../../kernel/shapes.ts";
import { sheetReply } from "../../kernel/sheets.ts";
import { classOwner } from "../owners.ts";
import { sessionLines } from "../class/show-class.ts";
import { CLASS_READERS } from "../class/visible.ts";

const clock = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16);

/** The timetable as a workbook that can be imported again. */
export const exportTimetable = operation({
  method: "GET",
  path: "/api/v1/classes/:id/timetable",
  summary: "导出课表",
  permission: { roles: CLASS_READERS, over: classOwner },
  scope: "classes:read",
  params: ById,
  output: fileOutput,
  async run(context, { params }) {
    const rows = await sessionLines(context, params.id, { cancelled: false });
    return sheetReply(
      "课表",
      [
        { header: "日期", value: (row) => todayInShanghai(new Date(row.startsAt)) },
        { header: "开始时间", width: 10, value: (row) => clock(row.startsAt) },
        { header: "结束时间", width: 10, value: (row) => clock(row.endsAt) },
        { header: "课时", kind: "number", width: 8, value: (row) => row.hours },
        { header: "授课内容", width: 40, value: (row) => row.topic },
        { header: "教师", value: (row) => row.teacherName },
        { header: "教室", width: 20, value: (row) => row.roomName },
        { header: "是否实操", width: 10, value: (row) => (row.practice ? "是" : "否") },
        { header: "是否通用素质课", value: (row) => (row.qualityModule ? "是" : "否") },
      ],
      rows,
    );
  },
});
