import { ageWarning, civilDate, maskCitizenId, maskPersonName } from "@jinengtong/standards";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, fileOutput } from "../../kernel/shapes.ts";
import { sheetDoor } from "../../kernel/sheet-door.ts";
import { reportOf, sheetReport } from "../../kernel/sheet-report.ts";
import { templateReply } from "../../kernel/sheets.ts";
import { employeeColumns, readEmployees } from "./employee-sheet.ts";
import { lockEmployer, reportEmployments } from "./employment-reports.ts";
import { organisationOwner } from "../organisation/organisation-view.ts";

/**
 * `POST /api/v1/organisations/:id/employee-imports`: imports an employer's list. Good rows are recorded, bad ones returned with the
 * reason; sending it again changes nothing known. The list itself is stored sealed, as the employer's declaration.
 */
export const employeeDoor = sheetDoor({
  path: "/api/v1/organisations/:id/employee-imports",
  summary: "导入职工名单",
  permission: { roles: ["enterprise", "institution"], over: organisationOwner },
  scope: "organisation:write",
  params: ById,
  query: z.object({}),
  columns: employeeColumns(civilDate("2000-01-01")),
  output: z.object({
    ...sheetReport,
    hired: z.number().int().describe("新登记入职"),
    left: z.number().int().describe("新登记离职"),
    known: z.number().int().describe("与已登记的相同"),
  }),
  async run(context, { params, upload, final }) {
    const employer = await lockEmployer(context, params.id);
    const { sheet, rows, errors } = await readEmployees(upload.temporaryPath, context.today);
    const told = await reportEmployments(context, employer, rows);
    for (const [at, result] of told.entries())
      if (!result.ok)
        errors.push({
          rowNumber: rows[at]?.rowNumber ?? 0,
          column: result.column,
          value: result.column === "姓名" ? maskPersonName(rows[at]?.name ?? "") : "",
          code: result.code,
          sentence: result.message,
        });
    const warnings = rows.flatMap(({ rowNumber, citizenId }, at) => {
      const age = told[at]?.ok === true ? ageWarning(citizenId, context.today) : null;
      return age === null ? [] : [{ rowNumber, column: "身份证号", value: maskCitizenId(citizenId), ...age }];
    });
    const count = (what: string): number => told.filter((result) => result.ok && result.what === what).length;
    const found = { hired: count("hired"), left: count("left"), known: count("known") };
    if (final) {
      const purpose = { purpose: "employee-import", personal: true, organisationId: params.id };
      const fileId = await context.services.files.keep(context, upload, purpose);
      context.audit({ kind: "employee-import", id: fileId, organisationId: params.id, detail: found });
    }
    return { ...reportOf(sheet, errors, warnings), ...found };
  },
});

/** An empty list with the import's columns. */
export const employeeTemplate = operation({
  method: "GET",
  path: "/api/v1/employee-imports/template",
  summary: "下载职工名单模板",
  permission: { roles: ["enterprise", "institution"] },
  scope: "organisation:read",
  output: fileOutput,
  run: (context) => templateReply("职工名单模板", employeeColumns(context.today)),
});
