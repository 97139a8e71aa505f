import {
  accept,
  foldCode,
  maskPersonName,
  type Parsed,
  readDecimal,
  refuse,
  samePersonName,
} from "@jinengtong/standards";
import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { Problem, unacceptable } from "../../kernel/problem.ts";
import { ById, Id, Text } from "../../kernel/shapes.ts";
import { codeCell, textCell } from "../../kernel/sheet-cells.ts";
import { sheetDoor } from "../../kernel/sheet-door.ts";
import { cellFindings, reportOf, type SheetFinding, sheetReport } from "../../kernel/sheet-report.ts";
import { readSheetFile } from "../../kernel/sheets.ts";
import { nameColumn } from "../../people/index.ts";
import { dutyOwner } from "../owners.ts";
import { WAY_NAMES } from "../batch/batch.ts";
import { type Mark, readSheetOwner, writeSheet } from "./scores.ts";

const Score = z
  .number()
  .min(0)
  .max(100)
  .refine((score) => Number.isInteger(Math.round(score * 1e6) / 1e5), "成绩最多一位小数");

/** An examiner saves the own score sheet from the phone. What others gave is not shown. */
export const recordScores = operation({
  method: "POST",
  path: "/api/v1/evaluation-duties/:id/scores",
  summary: "登记本人的评分表",
  permission: { roles: ["learner"], over: dutyOwner },
  params: ById,
  body: z.strictObject({
    subject: z.enum(WAY_NAMES),
    marks: z
      .array(
        z.strictObject({
          candidateId: Id,
          status: z.enum(["scored", "absent", "cheated"]),
          score: Score.nullable(),
          reason: Text(200, 2).optional().describe("更正理由"),
        }),
      )
      .min(1)
      .max(500),
  }),
  output: z.object({ written: z.int(), unchanged: z.int() }),
  async run(context, { params, body }) {
    const seen = new Set<string>();
    for (const [index, mark] of body.marks.entries()) {
      if ((mark.status === "scored") !== (mark.score !== null))
        throw unacceptable("score-and-status", "有成绩的填分数，缺考、违纪的不填。", [
          { pointer: `/marks/${index}/score`, detail: mark.score === null ? "请填写成绩" : "缺考、违纪不填成绩" },
        ]);
      if (seen.has(mark.candidateId))
        throw unacceptable("candidate-twice", "同一名考生有两行，请只留一行。", [
          { pointer: `/marks/${index}/candidateId`, detail: "前面已有一行" },
        ]);
      seen.add(mark.candidateId);
    }
    const sheet = await readSheetOwner(context, params.id, body.subject);
    const written = await writeSheet(context, sheet, body.subject, body.marks, "phone");
    context.audit({ kind: "evaluation-batch", id: sheet.batchId, detail: { assignment: params.id, ...written } });
    return written;
  },
});

const WORDS: Record<string, Mark["status"]> = {
  缺考: "absent",
  缺: "absent",
  未考: "absent",
  违纪: "cheated",
  作弊: "cheated",
};
type Cell = { status: Mark["status"]; score: number | null };

function scoreCell(text: string): Parsed<Cell> {
  const word = WORDS[foldCode(text)];
  if (word !== undefined) return accept({ status: word, score: null });
  const score = readDecimal(text, ["分"]);
  return score !== undefined && score <= 100 && Number.isInteger(Math.round(score * 1e6) / 1e5)
    ? accept({ status: "scored", score })
    : refuse("score-range", "成绩应为 0 至 100 的分数，最多一位小数；没有参加的填“缺考”，违纪的填“违纪”。");
}

const SCORE_COLUMNS = {
  ticket: {
    header: "准考证号",
    required: true,
    parse: codeCell((code) => /^\d{6,20}$/.test(code), "请填写准考证号。"),
  },
  name: nameColumn,
  score: { header: "成绩", required: true, parse: scoreCell },
  reason: { header: "更正理由", parse: textCell(200) },
} as const;

/** Imports one examiner's score sheet. All rows or none: half a sheet would be nobody's judgement. */
export const scoresDoor = sheetDoor({
  path: "/api/v1/evaluation-duties/:id/scores/import",
  summary: "导入一名考评人员的评分表",
  permission: { roles: ["evaluator"], over: dutyOwner },
  scope: "evaluation:write",
  params: ById,
  query: z.object({ subject: z.enum(WAY_NAMES) }),
  columns: SCORE_COLUMNS,
  output: z.object({ ...sheetReport, written: z.int(), unchanged: z.int() }),
  async run(context, { params, query, upload, final }) {
    const owner = await readSheetOwner(context, params.id, query.subject);
    const sheet = await readSheetFile(upload.temporaryPath, SCORE_COLUMNS, { maxRows: 2_000 });
    const errors: SheetFinding[] = cellFindings(sheet);
    const { rows } = await sql<{ id: string; ticket: string; name: string }>`
      select k.id, k.ticket, p.name from evaluation_candidate k join person p on p.id = k.person_id
      where k.batch_id = ${owner.batchId} and k.state = 'admitted'`.execute(context.db);
    const marks: (Mark & { rowNumber: number })[] = [];
    for (const { rowNumber, values } of sheet.rows) {
      const candidate = rows.find(({ ticket }) => ticket === values.ticket);
      const refuseRow = (column: string, value: string, code: string, sentence: string) =>
        errors.push({ rowNumber, column, value, code, sentence });
      if (!candidate) refuseRow("准考证号", values.ticket, "ticket-unknown", "本批次没有这个准考证号。");
      else if (!samePersonName(candidate.name, values.name))
        refuseRow("姓名", maskPersonName(values.name), "name-mismatch", "姓名与这个准考证号的考生不一致。");
      else if (marks.some(({ candidateId }) => candidateId === candidate.id))
        refuseRow("准考证号", values.ticket, "duplicate-row", "这名考生前面已有一行，请删去一行。");
      else marks.push({ rowNumber, candidateId: candidate.id, ...values.score, reason: values.reason });
    }
    let written = { written: 0, unchanged: 0 };
    if (errors.length === 0 && marks.length > 0) {
      try {
        written = await writeSheet(
          context,
          owner,
          query.subject,
          marks.map(({ rowNumber: _row, ...mark }) => mark),
          "sheet",
        );
      } catch (problem) {
        if (!(problem instanceof Problem) || problem.errors.length === 0) throw problem;
        const at = Number(/\d+/.exec(problem.errors[0]?.pointer ?? "")?.[0] ?? 0);
        errors.push({
          rowNumber: marks[at]?.rowNumber ?? 0,
          column: "准考证号",
          value: "",
          code: problem.code,
          sentence: problem.message,
        });
      }
    }
    if (final && errors.length === 0)
      await context.services.files.keep(context, upload, { purpose: "evaluation-score-sheet", personal: true });
    context.audit({ kind: "evaluation-batch", id: owner.batchId, detail: { assignment: params.id, ...written } });
    return { ...reportOf(sheet, errors), ...written };
  },
});

/** Candidates of one's batch with the own marks alone. */
export const mySheet = operation({
  method: "GET",
  path: "/api/v1/evaluation-duties/:id/scores",
  summary: "本人的评分表",
  permission: { roles: ["learner", "evaluator"], over: dutyOwner },
  params: ById,
  query: z.object({ subject: z.enum(WAY_NAMES) }),
  output: z.object({
    marks: z.array(
      z.object({
        candidateId: Id,
        ticket: z.string(),
        name: z.string(),
        seat: z.int().nullable(),
        status: z.enum(["scored", "absent", "cheated"]).nullable(),
        score: z.number().nullable(),
      }),
    ),
  }),
  async run(context, { params, query }) {
    const { rows } = await sql<{
      candidateId: string;
      ticket: string;
      name: string;
      seat: number | null;
      status: Mark["status"] | null;
      score: number | null;
    }>`
      select k.id as "candidateId", k.ticket, p.name, s.seat, x.status, x.score::float8 as score
      from evaluation_assignment a join evaluation_candidate k on k.batch_id = a.batch_id and k.state = 'admitted' and k.ticket is not null
      join person p on p.id = k.person_id
      join evaluation_seat s on s.candidate_id = k.id and s.subject = ${query.subject}
      left join evaluation_score x on x.candidate_id = k.id and x.subject = ${query.subject} and x.staff_id = a.staff_id
        and not exists (select from evaluation_score n where n.replaces = x.id)
      where a.id = ${params.id} order by k.ticket`.execute(context.db);
    return { marks: rows };
  },
});
