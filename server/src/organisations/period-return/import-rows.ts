import type { Values } from "@jinengtong/returns";
import { z } from "zod";
import { ById } from "../../kernel/shapes.ts";
import { sheetDoor } from "../../kernel/sheet-door.ts";
import { cellFindings, reportOf, sheetReport } from "../../kernel/sheet-report.ts";
import { readSheetFile } from "../../kernel/sheets.ts";
import { REPORTING } from "./open-return.ts";
import { findReturn, lockOpenReturn, returnOwner } from "./return-record.ts";
import { partnerOf, readColumnsOf } from "./row-columns.ts";
import { endRows, writeRows } from "./write-rows.ts";

/** Rows of one sheet at most. */
const MAX_ROWS = 100_000;
const ImportQuery = z.object({
  mode: z.enum(["replace", "add"]).default("replace").describe("replace：以这份名单为准；add：加到已有的行后面"),
  partner: z.string().max(40).optional().describe("按哪一份编码对照表读取"),
});

/**
 * `POST /api/v1/period-returns/:id/row-imports`: rows by name from a sheet, under Chinese headings, exchange codes or a partner's. Good rows
 * are stored, bad ones given back with the reason; the file is kept sealed.
 */
export const returnRowDoor = sheetDoor({
  path: "/api/v1/period-returns/:id/row-imports",
  summary: "导入定期报表明细",
  permission: { roles: REPORTING, over: returnOwner },
  scope: "returns:write",
  params: ById,
  query: ImportQuery,
  async columns(context, { params, query }) {
    const { form } = await findReturn(context, params.id);
    return readColumnsOf(form, context.today, partnerOf(context, form, query.partner));
  },
  output: z.object({
    ...sheetReport,
    stored: z.number().int().describe("收下的行"),
    rowCount: z.number().int().describe("这份报表现有的行"),
  }),
  async run(context, { params, query, upload, final }) {
    const given = await lockOpenReturn(context, params.id);
    const columns = readColumnsOf(given.form, context.today, partnerOf(context, given.form, query.partner));
    const sheet = await readSheetFile(upload.temporaryPath, columns, { maxRows: MAX_ROWS, maxErrors: MAX_ROWS });
    if (query.mode === "replace") await endRows(context, given);
    const rows = sheet.rows.map(({ rowNumber, values }) => ({ rowNumber, values: values as Values }));
    const refused = await writeRows(context, given, rows);
    const stored = rows.length - refused.length;
    const { row_count: rowCount } = await context.db
      .selectFrom("period_return")
      .select("row_count")
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow();
    if (final) {
      const purpose = { purpose: "period-return", personal: true, organisationId: given.organisationId };
      const fileId = await context.services.files.keep(context, upload, purpose);
      context.audit({
        kind: "period-return",
        id: params.id,
        organisationId: given.organisationId,
        detail: { fileId, stored, refused: sheet.rowCount - stored },
      });
    }
    return { ...reportOf(sheet, [...cellFindings(sheet), ...refused]), stored, rowCount };
  },
});
