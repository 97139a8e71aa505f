import { attendanceMarks, todayInShanghai, type AttendanceMark } from "@jinengtong/standards";
import { operation } from "../../kernel/operation.ts";
import { ById, fileOutput } from "../../kernel/shapes.ts";
import { sheetReply } from "../../kernel/sheets.ts";
import { attendanceGrid } from "./attendance-grid.ts";
import { classOwner } from "../owners.ts";
import { CLASS_READERS } from "../class/visible.ts";

/** The attendance grid as a workbook: one column per session. */
export const exportAttendance = operation({
  method: "GET",
  path: "/api/v1/classes/:id/attendance/export",
  summary: "导出考勤表",
  permission: { roles: CLASS_READERS, over: classOwner },
  scope: "classes:read",
  params: ById,
  output: fileOutput,
  async run(context, { params }) {
    const grid = await attendanceGrid(context, params.id);
    return sheetReply(
      "考勤表",
      [
        { header: "姓名", value: (row) => row.name },
        { header: "身份证号", width: 22, value: (row) => row.citizenIdMasked },
        ...grid.sessions.map((session, index) => ({
          header: `${index + 1}. ${todayInShanghai(new Date(session.startsAt)).slice(5)}（${session.hours} 课时）`,
          value: (row: (typeof grid.learners)[number]) => {
            const mark = row.marks[index];
            return mark ? attendanceMarks.label(mark.mark as AttendanceMark) : "";
          },
        })),
        { header: "合计课时", kind: "number" as const, value: (row) => row.hours },
        { header: "出勤率", value: (row) => (row.rate === null ? "" : `${Math.floor(row.rate * 100)}%`) },
      ],
      grid.learners,
    );
  },
});
