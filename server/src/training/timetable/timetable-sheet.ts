import { type CivilDate, addDays } from "@jinengtong/standards";
import { clockCell, countCell, dayBetween, textCell, yesCell } from "../../kernel/sheet-cells.ts";
import { HEADINGS } from "../../kernel/sheet-headings.ts";
import { cellFindings, type SheetFinding } from "../../kernel/sheet-report.ts";
import { readSheetFile } from "../../kernel/sheets.ts";

/** The columns of a timetable for a class that begins about this day; it gives `10月1日` its year and bounds what is plausible. */
export const timetableColumns = (startsOn: CivilDate, names: { teachers?: string[]; rooms?: string[] } = {}) =>
  ({
    date: {
      header: "日期",
      aliases: HEADINGS.sessionDate,
      required: true,
      parse: dayBetween({
        from: addDays(startsOn, -366),
        to: addDays(startsOn, 731),
        what: "上课日期",
        near: addDays(startsOn, 90),
      }),
      hint: "如 2026-10-08",
    },
    from: { header: "开始时间", aliases: HEADINGS.from, required: true, parse: clockCell, hint: "如 08:30" },
    to: { header: "结束时间", aliases: HEADINGS.to, required: true, parse: clockCell, hint: "如 11:30" },
    hours: {
      header: "课时",
      aliases: HEADINGS.hours,
      required: true,
      parse: countCell(1, 12, "课时", ["课时", "学时", "节"]),
      hint: "每课时 45 分钟，1–12",
    },
    topic: { header: "授课内容", aliases: HEADINGS.topic, required: true, parse: textCell(100), width: 28 },
    teacher: {
      header: "教师",
      aliases: HEADINGS.teacher,
      required: true,
      parse: textCell(60),
      words: names.teachers ?? [],
      hint: "已登记的教师姓名",
    },
    room: {
      header: "教室",
      aliases: HEADINGS.room,
      required: true,
      parse: textCell(60),
      words: names.rooms ?? [],
      hint: "已登记的教室名称",
    },
    practice: { header: "是否实操", aliases: HEADINGS.practice, parse: yesCell, words: ["是", "否"] },
    qualityModule: { header: "是否通用素质课", aliases: HEADINGS.qualityModule, parse: yesCell, words: ["是", "否"] },
  }) as const;

export interface TimetableRow {
  rowNumber: number;
  date: CivilDate;
  from: string;
  to: string;
  hours: number;
  topic: string;
  teacher: string;
  room: string;
  practice: boolean;
  qualityModule: boolean;
}

/** Reads a timetable (xlsx or CSV) into rows and cell errors. */
export async function readTimetable(path: string, startsOn: CivilDate) {
  const sheet = await readSheetFile(path, timetableColumns(startsOn), { maxRows: 500 });
  const errors: SheetFinding[] = cellFindings(sheet);
  const rows: TimetableRow[] = sheet.rows.map(({ rowNumber, values }) => ({
    rowNumber,
    ...values,
    practice: values.practice ?? false,
    qualityModule: values.qualityModule ?? false,
  }));
  return { sheet, rows, errors };
}
