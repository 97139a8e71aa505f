import { county } from "@jinengtong/county";
import { ageWarning } from "@jinengtong/standards";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { ById, fileOutput } from "../../kernel/shapes.ts";
import { sheetReply } from "../../kernel/sheets.ts";
import { readEmployees } from "./employee-sheet.ts";
import { lockEmployer, reportEmployments } from "./employment-reports.ts";
import { organisationOwner } from "../organisation/organisation-view.ts";

const RowError = z.object({ rowNumber: z.number().int(), column: z.string(), value: z.string(), sentence: z.string() });

/**
 * `POST /api/v1/organisations/:id/employee-imports`: imports an employer's list. Good rows are recorded, bad ones returned with the
 * reason; sending it again changes nothing known. The list itself is stored sealed, as the employer's declaration.
 */
export const importEmployees = operation({
  method: "POST",
  path: "/api/v1/organisations/:id/employee-imports",
  summary: "导入职工名单",
  permission: { roles: ["enterprise", "institution"], over: organisationOwner },
  scope: "organisation:write",
  params: ById,
  upload: { maxBytes: 10 << 20 },
  output: z.object({
    rows: z.number().int().describe("读到的行"),
    hired: z.number().int().describe("新登记入职"),
    left: z.number().int().describe("新登记离职"),
    known: z.number().int().describe("与已登记的相同"),
    errors: z.array(RowError),
    warnings: z.array(RowError).describe("已登记、但请核对的行：未满 16 周岁、已过退休年龄"),
  }),
  async run(context, { params }) {
    const { upload } = context;
    if (!upload) throw unacceptable("file-missing", "没有收到文件，请重新选择后上传。");
    const employer = await lockEmployer(context, params.id);
    const sheet = await readEmployees(upload.temporaryPath);
    const told = await reportEmployments(context, employer, sheet.rows);
    const errors = [...sheet.errors];
    for (const [at, result] of told.entries())
      if (!result.ok)
        errors.push({
          rowNumber: sheet.rows[at]?.rowNumber ?? 0,
          column: result.column,
          value: "",
          sentence: result.message,
        });
    const warnings = sheet.rows.flatMap(({ rowNumber, citizenId }, at) => {
      const age = told[at]?.ok === true ? ageWarning(citizenId, context.today) : null;
      return age === null ? [] : [{ rowNumber, column: "身份证号", value: "", sentence: age.sentence }];
    });
    const count = (what: string): number => told.filter((result) => result.ok && result.what === what).length;
    const fileId = await context.services.files.keep(context, upload, {
      purpose: "employee-import",
      personal: true,
      organisationId: params.id,
    });
    const found = { hired: count("hired"), left: count("left"), known: count("known") };
    context.audit({ kind: "employee-import", id: fileId, organisationId: params.id, detail: found });
    return { rows: sheet.rowCount, ...found, errors: errors.toSorted((a, b) => a.rowNumber - b.rowNumber), warnings };
  },
});

/** An empty list with the import's columns and one labelled example. */
export const employeeTemplate = operation({
  method: "GET",
  path: "/api/v1/employee-imports/template",
  summary: "下载职工名单模板",
  permission: { roles: ["enterprise", "institution"] },
  scope: "organisation:read",
  output: fileOutput,
  run: () =>
    sheetReply(
      "职工名单模板",
      [
        { header: "姓名", value: (row) => row.name },
        { header: "身份证号", width: 22, value: (row) => row.citizenId },
        { header: "手机号", width: 16, value: (row) => row.phone },
        { header: "入职日期", width: 14, value: (row) => row.hiredOn },
        { header: "劳动合同期（月）", width: 18, value: (row) => row.contractMonths },
        { header: "离职日期", width: 14, value: (row) => row.leftOn },
      ],
      [
        {
          name: "示例（请删去本行）",
          citizenId: `${county().region.code}XXXXXXXXXXXX`,
          phone: "13900000000",
          hiredOn: "2020-03-02",
          contractMonths: "24",
          leftOn: "",
        },
      ],
    ),
});
