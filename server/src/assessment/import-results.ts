import { accept, refuse, samePersonName } from "@jinengtong/standards";
import { createReadStream } from "node:fs";
import { z } from "zod";
import { readSheet, SheetError } from "../adapters/spreadsheet/index.ts";
import { operation } from "../kernel/operation.ts";
import { unacceptable } from "../kernel/problem.ts";
import { ById } from "../kernel/shapes.ts";
import {
  ABSENT,
  completionsFor,
  type ExamSeat,
  examSeats,
  readExam,
  refuseAfterCertificate,
  whyNot,
  writeResults,
} from "./exam-results.ts";
import { examWriter } from "./owners.ts";

const COLUMNS = {
  seat: {
    header: "座号",
    aliases: ["座位号", "序号"],
    required: true,
    parse: (text: string) =>
      /^\d{1,3}$/.test(text) ? accept(Number(text)) : refuse("seat-shape", "座号应为 1 至 3 位数字。"),
  },
  name: { header: "姓名", required: true, parse: (text: string) => accept(text.replace(/\s/g, "")) },
  score: {
    header: "成绩",
    aliases: ["分数", "得分"],
    required: true,
    parse: (text: string) => {
      if (text.trim() === ABSENT) return accept(ABSENT);
      const score = Number(text);
      const fits = text.trim() !== "" && score >= 0 && score <= 100 && Number.isInteger(score * 2);
      return fits ? accept(score) : refuse("score-range", "成绩应为 0 至 100 的分数，可有 0.5 分；没来考的写“缺考”。");
    },
  },
  reason: { header: "更正理由", aliases: ["理由"], parse: (text: string) => accept(text.slice(0, 200)) },
} as const;

const RowError = z.object({ rowNumber: z.int(), header: z.string(), value: z.string(), message: z.string() });

/** Imports scores from a sheet (xlsx or CSV, also GBK). Good rows are written together; bad ones are reported by row. */
export const importResults = operation({
  method: "POST",
  path: "/api/v1/exams/:id/results/import",
  summary: "导入成绩表",
  permission: { roles: ["institution", "evaluator"], over: examWriter },
  params: ById,
  upload: { maxBytes: 5 << 20 },
  output: z.object({ written: z.int(), unchanged: z.int(), errors: z.array(RowError) }),
  async run(context, { params }) {
    if (!context.upload) throw unacceptable("file-missing", "没有收到文件，请重新选择后上传。");
    const sheet = await readSheet(createReadStream(context.upload.temporaryPath), COLUMNS, { maxRows: 1_000 }).catch(
      (error: unknown) => {
        throw error instanceof SheetError ? unacceptable(error.code, error.message) : error;
      },
    );
    const errors = sheet.errors.map(({ rowNumber, header, value, message }) => ({ rowNumber, header, value, message }));
    // Imports of one exam are serialised, so that the second sees the first.
    await context.db.selectFrom("exam").select("id").where("id", "=", params.id).forUpdate().execute();
    const exam = await readExam(context.db, params.id);
    const seats = new Map((await examSeats(context.db, params.id)).map((seat) => [seat.seat, seat]));
    const completions = await completionsFor(context.db, exam, [...seats.values()]);
    const seen = new Set<number>();
    const good: { seat: ExamSeat; score: number | null; reason?: string | undefined }[] = [];
    let unchanged = 0;
    for (const { rowNumber, values } of sheet.rows) {
      const seat = seats.get(values.seat);
      const score = typeof values.score === "number" ? values.score : null;
      const fault = (header: string, value: string, message: string) =>
        errors.push({ rowNumber, header, value, message });
      if (!seat) fault("座号", String(values.seat), "班级里没有这个座号。");
      else if (!samePersonName(seat.name, values.name)) fault("姓名", values.name, "姓名与该座号的学员不一致。");
      else if (seen.has(values.seat)) fault("座号", String(values.seat), "同一座号在表中出现了两次。");
      else if (seat.resultId !== null && seat.score === score) unchanged += 1;
      else {
        const reason = whyNot(exam, seat, { score, reason: values.reason }, completions.get(seat.enrolmentId));
        if (reason === null) good.push({ seat, score, reason: values.reason });
        else fault("成绩", String(values.score), `${reason}。`);
      }
      seen.add(values.seat);
    }
    const corrected = good.filter(({ seat }) => seat.resultId !== null).map(({ seat }) => seat.enrolmentId);
    await refuseAfterCertificate(context.db, exam, corrected);
    await writeResults(context, exam, good);
    context.audit({
      kind: "exam",
      id: params.id,
      detail: { written: good.length, corrected: corrected.length, errors: errors.length },
    });
    return { written: good.length, unchanged, errors: errors.toSorted((a, b) => a.rowNumber - b.rowNumber) };
  },
});
