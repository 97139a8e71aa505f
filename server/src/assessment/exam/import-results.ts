import { z } from "zod";
import { ById } from "../../kernel/shapes.ts";
import { sheetDoor } from "../../kernel/sheet-door.ts";
import { cellFindings, reportOf, type SheetFinding, sheetReport } from "../../kernel/sheet-report.ts";
import { readSheetFile } from "../../kernel/sheets.ts";
import {
  ABSENT,
  completionsFor,
  type ExamSeat,
  examSeats,
  isSameMark,
  type Mark,
  readExam,
  refuseAfterCertificate,
  whyNot,
  writeResults,
} from "./exam-results.ts";
import { examWriter } from "../owners.ts";
import { markOf, RESULT_COLUMNS, seatOf } from "./results-sheet.ts";

/** Imports scores from a sheet (xlsx or CSV, also GBK). Good rows are written together; bad ones are reported by row. */
export const resultsDoor = sheetDoor({
  path: "/api/v1/exams/:id/results/import",
  summary: "导入成绩表",
  permission: { roles: ["institution", "evaluator"], over: examWriter },
  params: ById,
  query: z.object({}),
  columns: RESULT_COLUMNS,
  output: z.object({
    ...sheetReport,
    written: z.int().describe("登记的人"),
    absent: z.int().describe("其中缺考"),
    unchanged: z.int().describe("成绩没有变的人"),
  }),
  async run(context, { params, upload }) {
    const sheet = await readSheetFile(upload.temporaryPath, RESULT_COLUMNS, { maxRows: 1_000 });
    const errors: SheetFinding[] = cellFindings(sheet);
    // Imports of one exam are serialised, so that the second sees the first.
    await context.db.selectFrom("exam").select("id").where("id", "=", params.id).forUpdate().execute();
    const exam = await readExam(context.db, params.id);
    const seats = await examSeats(context.db, params.id);
    const completions = await completionsFor(context.db, exam, seats);
    const seen = new Map<string, number>();
    const good: ({ seat: ExamSeat } & Mark)[] = [];
    let unchanged = 0;
    for (const { rowNumber, values } of sheet.rows) {
      const seat = seatOf(values, seats);
      if ("column" in seat) {
        errors.push({ rowNumber, ...seat });
        continue;
      }
      const earlier = seen.get(seat.enrolmentId);
      seen.set(seat.enrolmentId, earlier ?? rowNumber);
      if (earlier !== undefined) {
        const sentence = `与第 ${earlier} 行是同一个学员，请删去一行。`;
        errors.push({ rowNumber, column: "座号", value: String(seat.seat), code: "duplicate-row", sentence });
        continue;
      }
      const mark = markOf(values);
      if ("column" in mark) {
        errors.push({ rowNumber, ...mark });
        continue;
      }
      if (isSameMark(seat, mark)) unchanged += 1;
      else {
        const reason = whyNot(exam, seat, mark, completions.get(seat.enrolmentId));
        const value = mark.score === null ? ABSENT : String(mark.score);
        if (reason === null) good.push({ seat, ...mark });
        else errors.push({ rowNumber, column: "成绩", value, code: "not-accepted", sentence: `${reason}。` });
      }
    }
    const corrected = good.filter(({ seat }) => seat.resultId !== null).map(({ seat }) => seat.enrolmentId);
    await refuseAfterCertificate(context.db, exam, corrected);
    await writeResults(context, exam, good);
    context.audit({
      kind: "exam",
      id: params.id,
      detail: { written: good.length, corrected: corrected.length, errors: errors.length },
    });
    const absent = good.filter((mark) => mark.score === null).length;
    return { ...reportOf(sheet, errors), written: good.length, absent, unchanged };
  },
});
