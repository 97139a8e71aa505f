import { accept, parseWrittenDate, refuse, type CivilDate, type Parsed } from "@jinengtong/standards";
import { readSheetFile } from "../../kernel/sheets.ts";

const clock = (text: string): Parsed<string> => {
  // A time without a date comes with the spreadsheet program's epoch day.
  const match = /(?:^|\s)(\d{1,2})[:：](\d{2})(?::\d{2})?$/.exec(text);
  const hour = (match?.[1] ?? "").padStart(2, "0");
  return match && hour <= "23" && (match[2] ?? "") <= "59"
    ? accept(`${hour}:${match[2]}`)
    : refuse("clock", "时间应写成 08:30 的样子。");
};
const yes = (text: string): Parsed<boolean> => {
  if (["是", "1", "√", "y", "Y"].includes(text)) return accept(true);
  return ["否", "0", "×", "n", "N"].includes(text) ? accept(false) : refuse("yes-no", "请填写“是”或“否”。");
};
const text =
  (max: number) =>
  (value: string): Parsed<string> =>
    value.length <= max ? accept(value) : refuse("too-long", `不超过 ${max} 个字。`);

const columns = {
  date: {
    header: "日期",
    aliases: ["上课日期"],
    required: true,
    parse: (value: string): Parsed<CivilDate> => parseWrittenDate(value.slice(0, 10).trim()),
  },
  from: { header: "开始时间", aliases: ["上课时间"], required: true, parse: clock },
  to: { header: "结束时间", aliases: ["下课时间"], required: true, parse: clock },
  hours: {
    header: "课时",
    aliases: ["课时数"],
    required: true,
    parse: (value: string): Parsed<number> =>
      /^(?:[1-9]|1[0-2])$/.test(value) ? accept(Number(value)) : refuse("hours", "课时应为 1–12 的整数。"),
  },
  topic: { header: "授课内容", aliases: ["内容", "课程"], required: true, parse: text(100) },
  teacher: { header: "教师", aliases: ["授课教师", "任课教师"], required: true, parse: text(60) },
  room: { header: "教室", aliases: ["场地", "上课地点"], required: true, parse: text(60) },
  practice: { header: "是否实操", aliases: ["实操"], parse: yes },
  qualityModule: { header: "是否通用素质课", aliases: ["通用素质课", "素质课"], parse: yes },
} as const;

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

export interface TimetableError {
  rowNumber: number;
  column: string;
  value: string;
  sentence: string;
}

/** Reads a timetable (xlsx or CSV) into rows and cell errors. */
export async function readTimetable(
  path: string,
): Promise<{ rows: TimetableRow[]; errors: TimetableError[]; rowCount: number }> {
  const sheet = await readSheetFile(path, columns, { maxRows: 500 });
  return {
    rowCount: sheet.rowCount,
    errors: sheet.errors.map((error) => ({
      rowNumber: error.rowNumber,
      column: error.header,
      value: error.value,
      sentence: error.message,
    })),
    rows: sheet.rows.map(({ rowNumber, values }) => ({
      rowNumber,
      ...values,
      practice: values.practice ?? false,
      qualityModule: values.qualityModule ?? false,
    })),
  };
}
