import { accept, civilDate, foldCode, type Parsed, refuse } from "@jinengtong/standards";
import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, fileOutput } from "../../kernel/shapes.ts";
import { codeCell, dayBetween, textCell } from "../../kernel/sheet-cells.ts";
import { sheetDoor } from "../../kernel/sheet-door.ts";
import { cellFindings, reportOf, type SheetFinding, sheetReport } from "../../kernel/sheet-report.ts";
import { readSheetFile, templateReply } from "../../kernel/sheets.ts";
import { citizenIdHash, identityColumns, nameColumn, notifyAll } from "../../people/index.ts";
import { NEWEST } from "./import-candidates.ts";
import { pilotExaminer } from "./pilot-owners.ts";

type Outcome = "passed" | "failed" | "absent";
const OUTCOMES: Readonly<Record<string, Outcome>> = {
  合格: "passed",
  通过: "passed",
  不合格: "failed",
  未通过: "failed",
  缺考: "absent",
};

const columns = (today: ReturnType<typeof civilDate>) =>
  ({
    name: nameColumn,
    citizenId: identityColumns.citizenId,
    outcome: {
      header: "结果",
      required: true,
      parse: (text: string): Parsed<Outcome> => {
        const found = OUTCOMES[foldCode(text)];
        return found === undefined ? refuse("outcome-word", "结果填合格、不合格或缺考。") : accept(found);
      },
      words: ["合格", "不合格", "缺考"],
    },
    number: {
      header: "证书编号",
      parse: codeCell((text) => text.length >= 6 && text.length <= 40, "证书编号应为 6 至 40 位。"),
    },
    onDate: {
      header: "考核日期",
      required: true,
      parse: dayBetween({ from: civilDate("2019-04-01"), to: today, what: "考核日期" }),
    },
    reason: { header: "更正理由", parse: textCell(200) },
  }) as const;

interface Candidate {
  id: string;
  person_id: string;
  citizen_id_hash: Buffer;
  result_id: string | null;
  sat: boolean | null;
  passed: boolean | null;
  number: string | null;
  on_date: string | null;
}

/** The evaluating organisation reports who sat and passed. A result that was reported before is corrected with a reason. */
export const pilotResultsDoor = sheetDoor({
  path: "/api/v1/pilots/:id/result-imports",
  summary: "导入 1+X 考核结果",
  permission: { roles: ["evaluator"], over: pilotExaminer },
  params: ById,
  query: z.object({}),
  columns: columns(civilDate("2199-12-31")),
  output: z.object({ ...sheetReport, written: z.int(), unchanged: z.int() }),
  async run(context, { params, upload }) {
    const pilot = await context.db
      .selectFrom("pilot")
      .select(["certificate", "year"])
      .where("id", "=", params.id)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow();
    const sheet = await readSheetFile(upload.temporaryPath, columns(context.today), { maxRows: 5_000 });
    const errors: SheetFinding[] = cellFindings(sheet);
    const found = await sql<Candidate>`
      select c.id, c.person_id, p.citizen_id_hash, r.id as result_id, r.sat, r.passed, r.number, r.on_date
      from pilot_candidate c join person p on p.id = c.person_id ${NEWEST} where c.pilot_id = ${params.id}`.execute(
      context.db,
    );
    const byHash = new Map(found.rows.map((row) => [row.citizen_id_hash.toString("hex"), row]));
    const seen = new Set<string>();
    const told: { personId: string; text: string }[] = [];
    let unchanged = 0;
    for (const { rowNumber, values } of sheet.rows) {
      const fault = (column: string, code: string, sentence: string) =>
        errors.push({ rowNumber, column, value: "", code, sentence });
      const hash = citizenIdHash(context.services.sealer, values.citizenId).toString("hex");
      const candidate = byHash.get(hash);
      const sat = values.outcome !== "absent";
      const passed = values.outcome === "passed";
      if (!candidate) fault("身份证号", "not-registered", "这个人没有登记在这个试点里。");
      else if (seen.has(hash)) fault("身份证号", "duplicate-row", "表里有两行是同一个人，请只留一行。");
      else if (passed !== (values.number !== undefined))
        fault("证书编号", "number-with-pass", passed ? "合格的请填证书编号。" : "不合格、缺考的不能有证书编号。");
      else if (
        candidate.result_id !== null &&
        candidate.sat === sat &&
        candidate.passed === passed &&
        candidate.number === (values.number ?? null) &&
        candidate.on_date === values.onDate
      )
        unchanged += 1;
      else if (candidate.result_id !== null && (values.reason ?? "").length < 2)
        fault("更正理由", "correction-reason", "这个人已有成绩，更正请写理由。");
      else {
        seen.add(hash);
        await context.db
          .insertInto("pilot_result")
          .values({
            candidate_id: candidate.id,
            sat,
            passed,
            number: values.number ?? null,
            on_date: values.onDate,
            replaces: candidate.result_id,
            reason: candidate.result_id === null ? null : (values.reason ?? null),
            recorded_by: context.actor.accountId,
            recorded_at: context.now,
          })
          .execute();
        told.push({
          personId: candidate.person_id,
          text: passed
            ? `您取得了“${pilot.certificate}”证书，编号 ${values.number ?? ""}，已记入技能档案。`
            : `“${pilot.certificate}”考核结果：${sat ? "不合格" : "缺考"}。有疑问可向考核组织查询。`,
        });
      }
    }
    await notifyAll(
      context,
      told.map((one) => ({ ...one, template: "pilot-result" as const })),
    );
    context.audit({ kind: "pilot", id: params.id, detail: { results: told.length } });
    return { ...reportOf(sheet, errors), written: told.length, unchanged };
  },
});

export const pilotResultsTemplate = operation({
  method: "GET",
  path: "/api/v1/pilot-results/template",
  summary: "下载 1+X 考核结果模板",
  permission: { roles: ["evaluator"] },
  output: fileOutput,
  run: (context) => templateReply("1+X 考核结果", columns(context.today)),
});
