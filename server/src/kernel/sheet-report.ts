import { z } from "zod";
import type { SheetRead, ReadColumns } from "../adapters/spreadsheet/index.ts";

/** One thing found in a sheet. Names and numbers of people are masked in `value`. */
export const SheetFinding = z.object({
  rowNumber: z.number().int().describe("表中的行号"),
  column: z.string(),
  value: z.string().describe("填的内容，个人信息遮盖"),
  code: z.string(),
  sentence: z.string(),
});
export type SheetFinding = z.output<typeof SheetFinding>;

/** The report of every import of a sheet: rows, errors, warnings, and what of the file was not read. */
export const sheetReport = {
  rows: z.number().int().describe("读到的行"),
  errorRows: z.number().int().describe("有错误的行"),
  errors: z.array(SheetFinding),
  warnings: z.array(SheetFinding).describe("提示，不妨碍导入"),
  unreadColumns: z.array(z.string()).describe("没有读取的列"),
  notes: z.array(z.string()).describe("没有读取的工作表和行等"),
};

export interface SheetReport {
  rows: number;
  errorRows: number;
  errors: SheetFinding[];
  warnings: SheetFinding[];
  unreadColumns: string[];
  notes: string[];
}

/** Errors of single cells as findings, under the headings of the template. */
export const cellFindings = (sheet: Pick<SheetRead<ReadColumns>, "errors">): SheetFinding[] =>
  sheet.errors.map(({ rowNumber, header, value, code, message }) => ({
    rowNumber,
    column: header,
    value,
    code,
    sentence: message,
  }));

/** The report of a sheet with everything that was found, in the order of its rows. */
export function reportOf(
  sheet: Pick<SheetRead<ReadColumns>, "rowCount" | "ignoredHeaders" | "notes">,
  errors: readonly SheetFinding[],
  warnings: readonly SheetFinding[] = [],
): SheetReport {
  const byRow = (a: SheetFinding, b: SheetFinding): number => a.rowNumber - b.rowNumber;
  return {
    rows: sheet.rowCount,
    errorRows: new Set(errors.map((error) => error.rowNumber)).size,
    errors: errors.toSorted(byRow),
    warnings: warnings.toSorted(byRow),
    unreadColumns: [...sheet.ignoredHeaders],
    notes: [...sheet.notes],
  };
}
