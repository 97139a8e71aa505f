import { maskCitizenId, maskPersonName } from "@jinengtong/standards";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, fileOutput } from "../../kernel/shapes.ts";
import { codeCell, countCell, textCell } from "../../kernel/sheet-cells.ts";
import { sheetDoor } from "../../kernel/sheet-door.ts";
import { cellFindings, reportOf, type SheetFinding, sheetReport } from "../../kernel/sheet-report.ts";
import { readSheetFile, templateReply } from "../../kernel/sheets.ts";
import { findOrCreatePeople, identityColumns, nameColumn, notifyAll } from "../../people/index.ts";
import { batchOwner } from "../owners.ts";
import { type Batch, holdBatch, registrationClosed } from "./batch.ts";

/** Columns of a sheet of candidates. */
const CANDIDATE_COLUMNS = {
  name: nameColumn,
  ...identityColumns,
  employer: { header: "工作单位", parse: textCell(80) },
  condition: {
    header: "申报条件",
    required: true,
    parse: codeCell((code) => /^[1-5]-[A-Z]{2,12}$/.test(code), "申报条件填代码，如 4-work；见“认定规则”页。"),
    hint: "代码，如 5-entry、4-work、4-lower",
  },
  workYears: { header: "工作年限", parse: countCell(0, 60, "工作年限", ["年"]), hint: "整年数" },
  lowerCertificate: { header: "下一级证书编号", parse: codeCell((code) => code.length >= 6, "请填写完整的证书编号。") },
  makeUpTicket: { header: "原准考证号", parse: codeCell(() => true, ""), hint: "补考的填写" },
} as const;

/** Refuses once candidates can't be added any more. */
export async function holdOpenRegistration(context: Context, batchId: string): Promise<Batch> {
  const batch = await holdBatch(context, batchId, ["draft", "rejected", "approved", "published"]);
  if (await registrationClosed(context.db, batchId))
    throw conflict("registration-closed", "本批次报名已截止，不能再增减考生。需要的请报到下一批次。");
  return batch;
}

/** Imports candidates from a sheet, with or without a class: good rows are registered, bad ones returned with the reason. */
export const candidatesDoor = sheetDoor({
  path: "/api/v1/evaluation-batches/:id/candidates/import",
  summary: "导入考生名单",
  permission: { roles: ["evaluator"], over: batchOwner },
  scope: "evaluation:write",
  params: ById,
  query: z.object({}),
  columns: CANDIDATE_COLUMNS,
  output: z.object({
    ...sheetReport,
    registered: z.int().describe("新报名的人"),
    known: z.int().describe("已报名、没有改变的人"),
  }),
  async run(context, { params, upload, final }) {
    const batch = await holdOpenRegistration(context, params.id);
    const sheet = await readSheetFile(upload.temporaryPath, CANDIDATE_COLUMNS, { maxRows: 2_000 });
    const errors: SheetFinding[] = cellFindings(sheet);
    const conditions = new Map(
      (await context.db.selectFrom("evaluation_condition").select(["code", "level"]).execute()).map(
        (row): [string, { code: string; level: number }] => [row.code.toUpperCase(), row],
      ),
    );
    const people = await findOrCreatePeople(
      context,
      sheet.rows.map(({ values }) => ({
        name: values.name,
        citizenId: values.citizenId,
        phone: values.phone ?? null,
        town: batch.region,
      })),
    );
    const registered = new Set(
      (
        await context.db
          .selectFrom("evaluation_candidate")
          .select("person_id")
          .where("batch_id", "=", batch.id)
          .execute()
      ).map((row) => row.person_id),
    );
    const made: string[] = [];
    let known = 0;
    for (const [at, { rowNumber, values }] of sheet.rows.entries()) {
      const refuse = (column: string, value: string, code: string, sentence: string) =>
        errors.push({ rowNumber, column, value, code, sentence });
      const person = people[at];
      if (!person?.ok) {
        refuse(
          "姓名",
          maskPersonName(values.name),
          person?.code ?? "person",
          person?.message ?? "请核对姓名和身份证号。",
        );
        continue;
      }
      if (registered.has(person.id)) {
        if (made.includes(person.id))
          refuse("身份证号", maskCitizenId(values.citizenId), "duplicate-row", "与前面一行是同一个人，请删去一行。");
        else known += 1;
        continue;
      }
      const condition = conditions.get(values.condition);
      if (!condition || condition.level !== batch.level) {
        refuse("申报条件", values.condition, "condition", `没有这个代码，或不是 ${batch.level} 级的申报条件。`);
        continue;
      }
      const makeUpOf = await originalOf(context, person.id, values.makeUpTicket);
      if (values.makeUpTicket !== undefined && makeUpOf === null) {
        refuse("原准考证号", values.makeUpTicket, "make-up", "没有找到本人这个准考证号的考试。");
        continue;
      }
      registered.add(person.id);
      made.push(person.id);
      await enterCandidate(context, batch, {
        personId: person.id,
        condition: condition.code,
        workYears: values.workYears ?? 0,
        employer: values.employer,
        lowerCertificate: values.lowerCertificate,
        makeUpOf,
      });
    }
    if (final) {
      await context.services.files.keep(context, upload, { purpose: "evaluation-candidates", personal: true });
      await notifyAll(
        context,
        made.map((personId) => ({
          personId,
          template: "evaluation-candidate-news",
          text: `您已报名 ${batch.examOn} 的${batch.occupationName}技能认定（${batch.number}），待资格审查。不是本人意愿的，请联系人社部门。`,
        })),
      );
    }
    context.audit({
      kind: "evaluation-batch",
      id: batch.id,
      detail: { registered: made.length, errors: errors.length },
    });
    return { ...reportOf(sheet, errors), registered: made.length, known };
  },
});

interface Application {
  personId: string;
  condition: string;
  workYears: number;
  employer?: string | undefined;
  lowerCertificate?: string | undefined;
  makeUpOf?: string | null;
}

/** Writes one application, to be checked. */
export async function enterCandidate(
  context: Context,
  batch: Pick<Batch, "id">,
  { personId, condition, workYears, employer, lowerCertificate, makeUpOf }: Application,
): Promise<void> {
  await context.db
    .insertInto("evaluation_candidate")
    .values({
      batch_id: batch.id,
      person_id: personId,
      enrolment_id: null,
      employer: employer ?? "",
      condition,
      work_years: workYears,
      lower_certificate: lowerCertificate ?? null,
      proof_file_id: null,
      photo_file_id: null,
      make_up_of: makeUpOf ?? null,
      ticket: null,
      checked_by: null,
      checked_at: null,
      check_reason: null,
      registered_by: context.actor.accountId,
      registered_at: context.now,
    })
    .execute();
}

/** The earlier application of a person under this ticket. */
async function originalOf(context: Context, personId: string, ticket: string | undefined): Promise<string | null> {
  if (ticket === undefined) return null;
  const row = await context.db
    .selectFrom("evaluation_candidate")
    .select("id")
    .where("person_id", "=", personId)
    .where("ticket", "=", ticket)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** An empty list with the import's columns. */
export const candidatesTemplate = operation({
  method: "GET",
  path: "/api/v1/evaluation-candidates/template",
  summary: "下载考生名单模板",
  permission: { roles: ["evaluator"] },
  output: fileOutput,
  run: () => templateReply("考生名单模板", CANDIDATE_COLUMNS),
});
