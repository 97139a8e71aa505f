import { accept, refuse, type Parsed } from "@jinengtong/standards";
import { z } from "zod";
import { SHEET_MAX_BYTES } from "@jinengtong/standards";
import { countyWide } from "../../kernel/county-wide.ts";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { ById } from "../../kernel/shapes.ts";
import { dayCell, textCell } from "../../kernel/sheet-cells.ts";
import { cellFindings, reportOf, sheetReport } from "../../kernel/sheet-report.ts";
import { readSheetFile } from "../../kernel/sheets.ts";
import { draftParameters } from "./draft-parameters.ts";
import { filesOfDraft, readDraft } from "./draft-record.ts";

const anyText = (text: string): Parsed<string> =>
  text.length > 40 ? refuse("too-long", "不超过 40 个字。") : accept(text);

const columns = {
  name: { header: "编号", aliases: ["参数编号"], required: true, parse: textCell(80) },
  value: { header: "值", aliases: ["参数值"], parse: anyText },
  from: { header: "从哪日起", aliases: ["生效日期", "起"], parse: dayCell() },
  to: { header: "到哪日止", aliases: ["截止日期", "止"], parse: dayCell() },
  source: { header: "出处", aliases: ["依据", "来源"], parse: textCell(2000) },
} as const;

/**
 * `POST /api/v1/policy-drafts/:id/parameters/read`: reads a workbook of parameter values and answers them, each under its parameter. It
 * changes nothing: the editor shows the differences, and what is accepted is saved as any other change of the draft.
 */
export const readParameterSheet = operation({
  method: "POST",
  path: "/api/v1/policy-drafts/:id/parameters/read",
  summary: "读取参数表格",
  permission: { roles: ["reviewer"], over: countyWide },
  creates: false,
  params: ById,
  upload: { maxBytes: SHEET_MAX_BYTES },
  output: z.object({
    ...sheetReport,
    values: z.array(
      z.strictObject({
        rowNumber: z.number().int(),
        name: z.string(),
        value: z.string(),
        from: z.string().nullable(),
        to: z.string().nullable(),
        source: z.string(),
      }),
    ),
  }),
  async run(context, { params }) {
    if (!context.upload) throw unacceptable("file-missing", "没有收到文件，请重新选择后上传。");
    await readDraft(context.db, params.id);
    const known = new Set(draftParameters(await filesOfDraft(context.db, params.id)).map(({ name }) => name));
    const sheet = await readSheetFile(context.upload.temporaryPath, columns);
    const errors = cellFindings(sheet);
    const values = sheet.rows.flatMap(({ rowNumber, values: { name, value, from, to, source } }) => {
      if (!known.has(name)) {
        errors.push({
          rowNumber,
          column: "编号",
          value: name,
          code: "unknown-parameter",
          sentence: "草案里没有这个参数。请先在参数页加上，或改正编号。",
        });
        return [];
      }
      if (value === undefined) return [];
      return [{ rowNumber, name, value, from: from ?? null, to: to ?? null, source: source ?? "" }];
    });
    return { ...reportOf(sheet, errors), values };
  },
});
