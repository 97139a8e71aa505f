import { civilDate, sameLabel, samePersonName } from "@jinengtong/standards";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, fileOutput } from "../../kernel/shapes.ts";
import { sheetDoor } from "../../kernel/sheet-door.ts";
import { reportOf, type SheetFinding, sheetReport } from "../../kernel/sheet-report.ts";
import { templateReply } from "../../kernel/sheets.ts";
import { lockEditable } from "../class/editable.ts";
import { classOwner } from "../owners.ts";
import { addSessions, minutesBetween, sessionFaults, type SessionInput } from "./session-input.ts";
import { readTimetable, timetableColumns, type TimetableRow } from "./timetable-sheet.ts";

/** Replaces the timetable of a class that is being filed from a workbook; any bad row leaves the old one as it is. */
export const timetableDoor = sheetDoor({
  path: "/api/v1/classes/:id/timetable",
  summary: "导入课表",
  permission: { roles: ["institution"], over: classOwner },
  scope: "classes:write",
  params: ById,
  query: z.object({}),
  columns: timetableColumns(civilDate("2000-01-01")),
  output: z.object({ ...sheetReport, imported: z.number().int() }),
  async run(context, { params, upload, final }) {
    const target = await lockEditable(context, params.id);
    const { sheet, rows, errors } = await readTimetable(upload.temporaryPath, target.starts_on);
    const { sessions, written } = await named(context, target.organisation_id, rows, errors);
    const faults = await sessionFaults(context, target, sessions, { classId: target.id });
    for (const fault of faults) {
      const room = fault.code.startsWith("room");
      const row = written[fault.index];
      errors.push({
        rowNumber: row?.rowNumber ?? 0,
        column: room ? "教室" : "教师",
        value: (room ? row?.room : row?.teacher) ?? "",
        code: fault.code,
        // Checks name positions in the list; the clerk needs rows of the sheet.
        sentence: fault.sentence.replace(
          /第 (\d+) 节课/,
          (_all, n: string) => `第 ${written[Number(n) - 1]?.rowNumber ?? n} 行`,
        ),
      });
    }
    const good = errors.length === 0 && sessions.length > 0;
    if (good && final) {
      await context.db.deleteFrom("class_session").where("class_id", "=", target.id).execute();
      await addSessions(context, target, sessions, { classId: target.id });
    }
    context.audit({ kind: "class", id: target.id, detail: { rows: sheet.rowCount, errors: errors.length } });
    return { ...reportOf(sheet, errors), imported: good ? sessions.length : 0 };
  },
});

/** An empty timetable with the institution's own teachers and rooms to choose from. */
export const timetableTemplate = operation({
  method: "GET",
  path: "/api/v1/classes/:id/timetable/template",
  summary: "下载课表模板",
  permission: { roles: ["institution"], over: classOwner },
  scope: "classes:read",
  params: ById,
  output: fileOutput,
  async run(context, { params }) {
    const { organisation_id: organisationId } = await context.db
      .selectFrom("training_class")
      .select("organisation_id")
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow();
    const teachers = (await teachersOf(context, organisationId)).map((each) => each.name);
    const rooms = (await roomsOf(context, organisationId)).map((each) => each.name);
    return templateReply("课表模板", timetableColumns(context.today, { teachers: [...new Set(teachers)], rooms }));
  },
});

const teachersOf = (context: Context, organisationId: string) =>
  context.db
    .selectFrom("teacher as t")
    .innerJoin("person as p", "p.id", "t.person_id")
    .select(["t.id", "p.name"])
    .where("t.organisation_id", "=", organisationId)
    .where("t.state", "=", "active")
    .orderBy("p.name")
    .execute();

const roomsOf = (context: Context, organisationId: string) =>
  context.db
    .selectFrom("room")
    .select(["id", "name"])
    .where("organisation_id", "=", organisationId)
    .where("state", "=", "active")
    .orderBy("name")
    .execute();

/** Resolves names of teachers and rooms to ids; an ambiguous name is an error of its row. */
async function named(
  context: Context,
  organisationId: string,
  rows: readonly TimetableRow[],
  errors: SheetFinding[],
): Promise<{ sessions: SessionInput[]; written: TimetableRow[] }> {
  const teachers = await teachersOf(context, organisationId);
  const rooms = await roomsOf(context, organisationId);
  const sessions: SessionInput[] = [];
  const written: TimetableRow[] = [];
  for (const whole of rows) {
    const { rowNumber, teacher, room, ...row } = whole;
    const fault = (column: string, value: string, code: string, sentence: string): number =>
      errors.push({ rowNumber, column, value, code, sentence });
    const teacherIds = teachers.filter((each) => samePersonName(each.name, teacher)).map((each) => each.id);
    // Rooms that differ in their blanks only were made before that was refused; the one written alike counts.
    const alike = rooms.filter((each) => sameLabel(each.name, room));
    const roomId = (alike.find((each) => each.name === room) ?? alike[0])?.id;
    const [teacherId] = teacherIds;
    if (teacherId === undefined) fault("教师", teacher, "unknown-teacher", "本单位没有这位在册教师，请先在师资中登记");
    else if (teacherIds.length > 1) fault("教师", teacher, "teacher-ambiguous", "本单位有同名教师，请在页面上逐节选择");
    if (roomId === undefined) fault("教室", room, "unknown-room", "本单位没有这间教室，请先在场地中登记");
    if (row.to <= row.from) fault("结束时间", row.to, "clock-order", "结束时间须晚于开始时间");
    else if (minutesBetween(row.from, row.to) < row.hours * 45)
      fault("课时", String(row.hours), "hours", "时间不够：每课时 45 分钟");
    else if (teacherId !== undefined && teacherIds.length === 1 && roomId !== undefined) {
      sessions.push({ ...row, teacherId, roomId });
      written.push(whole);
    }
  }
  return { sessions, written };
}
