import { z } from "zod";
import type { Database } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, CivilDate, fileOutput, Id } from "../../kernel/shapes.ts";
import { sheetReply } from "../../kernel/sheets.ts";
import { ABSENT, completionsFor, examSeats, notReady, readExam } from "./exam-results.ts";
import { examOwner } from "../owners.ts";

const Seat = z.object({
  enrolmentId: Id,
  personId: Id,
  seat: z.int(),
  name: z.string(),
  score: z.number().nullable(),
  theory: z.number().nullable().describe("理论成绩"),
  skill: z.number().nullable().describe("实操成绩"),
  absent: z.boolean().describe("缺考"),
  passed: z.boolean().nullable(),
  corrections: z.int(),
  reason: z.string().nullable().describe("最近一次更正的理由"),
  notReady: z.string().nullable().describe("还不能参加结业考核的原因"),
});
type Seat = z.output<typeof Seat>;

const readers = {
  roles: ["institution", "evaluator", "reviewer", "department", "auditor"],
  over: examOwner,
} as const;

/** An exam with all results in force: the pass list. A class has at most 200 seats. */
export const showExam = operation({
  method: "GET",
  path: "/api/v1/exams/:id",
  summary: "考核成绩",
  permission: readers,
  params: ById,
  output: z.object({
    id: Id,
    classId: Id,
    kind: z.enum(["completion", "evaluation"]),
    heldOn: CivilDate,
    passScore: z.int(),
    examinerNames: z.array(z.string()),
    seats: z.array(Seat),
  }),
  async run(context, { params }) {
    const exam = await context.db
      .selectFrom("exam")
      .select([
        "id",
        "class_id as classId",
        "kind",
        "held_on as heldOn",
        "pass_score as passScore",
        "examiner_names as examinerNames",
      ])
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow();
    return { ...exam, seats: await readSeats(context.db, params.id) };
  },
});

/** The exam as a sheet that can be filled in and imported. */
export const exportExam = operation({
  method: "GET",
  path: "/api/v1/exams/:id/export",
  summary: "导出成绩表",
  permission: readers,
  params: ById,
  output: fileOutput,
  async run(context, { params }) {
    return sheetReply<Seat>(
      "成绩表",
      [
        { header: "座号", kind: "number", value: (row) => row.seat },
        { header: "姓名", value: (row) => row.name },
        { header: "成绩", value: (row) => (row.absent ? ABSENT : row.score) },
        { header: "理论成绩", value: (row) => row.theory },
        { header: "实操成绩", value: (row) => row.skill },
        { header: "结果", value: resultOf },
        { header: "更正理由", width: 24, value: (row) => row.reason },
        { header: "说明", width: 36, value: (row) => row.notReady },
      ],
      await readSeats(context.db, params.id),
    );
  },
});

const resultOf = (row: Seat): string => {
  if (row.passed === null) return "";
  if (row.absent) return ABSENT;
  return row.passed ? "合格" : "不合格";
};

async function readSeats(db: Database, examId: string): Promise<Seat[]> {
  const exam = await readExam(db, examId);
  const seats = await examSeats(db, examId);
  const completions = await completionsFor(db, exam, seats);
  return seats.map(({ resultId, ...seat }) => ({
    ...seat,
    notReady: exam.kind === "completion" && resultId === null ? notReady(completions.get(seat.enrolmentId)) : null,
  }));
}
