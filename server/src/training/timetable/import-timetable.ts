import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { ById } from "../../kernel/shapes.ts";
import { lockEditable } from "../class/editable.ts";
import { classOwner } from "../owners.ts";
import { addSessions, minutesBetween, sessionFaults, type SessionInput } from "./session-input.ts";
import { readTimetable, type TimetableError, type TimetableRow } from "./timetable-sheet.ts";

const RowError = z.object({ rowNumber: z.number().int(), column: z.string(), value: z.string(), sentence: z.string() });

/** Replaces the timetable of a class that is being filed from a workbook; any bad row leaves the old one as it is. */
export const importTimetable = operation({
  method: "POST",
  path: "/api/v1/classes/:id/timetable",
  summary: "导入课表",
  permission: { roles: ["institution"], over: classOwner },
  scope: "classes:write",
  params: ById,
  upload: { maxBytes: 2 << 20 },
  output: z.object({ rows: z.number().int(), imported: z.number().int(), errors: z.array(RowError) }),
  async run(context, { params }) {
    if (!context.upload) throw unacceptable("file-missing", "没有收到文件，请重新选择后上传。");
    const target = await lockEditable(context, params.id);
    const sheet = await readTimetable(context.upload.temporaryPath);
    const errors = [...sheet.errors];
    const { sessions, rowNumbers } = await named(context, target.organisation_id, sheet.rows, errors);
    const faults = await sessionFaults(context, target, sessions, { classId: target.id });
    for (const fault of faults)
      errors.push({
        rowNumber: rowNumbers[fault.index] ?? 0,
        column: fault.code.startsWith("room") ? "教室" : "教师",
        value: "",
        // Checks name positions in the list; the clerk needs rows of the sheet.
        sentence: fault.sentence.replace(
          /第 (\d+) 节课/,
          (_all, n: string) => `第 ${rowNumbers[Number(n) - 1] ?? n} 行`,
        ),
      });
    if (errors.length === 0 && sessions.length > 0) {
      await context.db.deleteFrom("class_session").where("class_id", "=", target.id).execute();
      await addSessions(context, target, sessions, { classId: target.id });
    }
    context.audit({ kind: "class", id: target.id, detail: { rows: sheet.rowCount, errors: errors.length } });
    return {
      rows: sheet.rowCount,
      imported: errors.length === 0 ? sessions.length : 0,
      errors: errors.toSorted((a, b) => a.rowNumber - b.rowNumber),
    };
  },
});

/** Resolves names of teachers and rooms to ids; an ambiguous name is an error of its row. */
async function named(
  context: Context,
  organisationId: string,
  rows: readonly TimetableRow[],
  errors: TimetableError[],
): Promise<{ sessions: SessionInput[]; rowNumbers: number[] }> {
  const teachers = await context.db
    .selectFrom("teacher as t")
    .innerJoin("person as p", "p.id", "t.person_id")
    .select(["t.id", "p.name"])
    .where("t.organisation_id", "=", organisationId)
    .where("t.state", "=", "active")
    .execute();
  const rooms = await context.db
    .selectFrom("room")
    .select(["id", "name"])
    .where("organisation_id", "=", organisationId)
    .where("state", "=", "active")
    .execute();
  const sessions: SessionInput[] = [];
  const rowNumbers: number[] = [];
  for (const { rowNumber, teacher, room, ...row } of rows) {
    const fault = (column: string, value: string, sentence: string): number =>
      errors.push({ rowNumber, column, value, sentence });
    const teacherIds = teachers.filter((each) => each.name === teacher).map((each) => each.id);
    const roomId = rooms.find((each) => each.name === room)?.id;
    const [teacherId] = teacherIds;
    if (teacherId === undefined) fault("教师", teacher, "本单位没有这位在册教师，请先在师资中登记");
    else if (teacherIds.length > 1) fault("教师", teacher, "本单位有同名教师，请在页面上逐节选择");
    if (roomId === undefined) fault("教室", room, "本单位没有这间教室，请先在场地中登记");
    if (row.to <= row.from) fault("结束时间", row.to, "结束时间须晚于开始时间");
    else if (minutesBetween(row.from, row.to) < row.hours * 45)
      fault("课时", String(row.hours), "时间不够：每课时 45 分钟");
    else if (teacherId !== undefined && teacherIds.length === 1 && roomId !== undefined) {
      sessions.push({ ...row, teacherId, roomId });
      rowNumbers.push(rowNumber);
    }
  }
  return { sessions, rowNumbers };
}
