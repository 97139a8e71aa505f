import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { notFound, unacceptable } from "../../kernel/problem.ts";
import { ById, Done, Id, Text } from "../../kernel/shapes.ts";
import { completionsFor, examSeats, readExam, refuseAfterCertificate, whyNot, writeResults } from "./exam-results.ts";
import { examWriter } from "../owners.ts";

/** A score of 0 to 100 with at most two decimals. */
export const Score = z.number().min(0).max(100).multipleOf(0.01);

/** Records one score or that somebody was absent, or corrects it with a reason: the old score stays and the new one names it. */
export const recordResult = operation({
  method: "POST",
  path: "/api/v1/exams/:id/results",
  summary: "登记或更正成绩",
  permission: { roles: ["institution", "evaluator"], over: examWriter },
  scope: "exams:write",
  params: ById,
  body: z
    .strictObject({
      enrolmentId: Id,
      score: Score.optional(),
      theory: Score.optional().describe("理论成绩；分两项登记时填"),
      skill: Score.optional().describe("实操成绩；分两项登记时填"),
      absent: z.boolean().default(false).describe("缺考：没有分数"),
      reason: Text(200, 2).optional().describe("更正已有成绩时必填"),
    })
    .refine((body) => body.absent === (body.score === undefined), {
      path: ["score"],
      message: "请填写分数，或登记为缺考，二者选一",
    }),
  output: Done,
  async run(context, { params, body }) {
    const exam = await readExam(context.db, params.id);
    const seat = (await examSeats(context.db, params.id)).find((each) => each.enrolmentId === body.enrolmentId);
    if (!seat) throw notFound("这个班级的学员");
    const { enrolmentId, absent: _absent, ...given } = body;
    const mark = { ...given, score: body.score ?? null };
    const completions = await completionsFor(context.db, exam, [seat]);
    const reason = whyNot(exam, seat, mark, completions.get(seat.enrolmentId));
    if (reason !== null) throw unacceptable("result-not-accepted", `${reason}。`);
    if (seat.resultId !== null) await refuseAfterCertificate(context.db, exam, [seat.enrolmentId]);
    await writeResults(context, exam, [{ seat, ...mark }]);
    context.audit({
      kind: "exam",
      id: params.id,
      detail: { enrolmentId, score: mark.score, corrected: seat.resultId },
    });
    return { id: params.id };
  },
});
