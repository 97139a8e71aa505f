import { accept, parseWrittenDate, refuse, type CivilDate, type Parsed } from "@jinengtong/standards";
import { readSheetFile } from "../../kernel/sheets.ts";
import { identityColumns, nameColumn } from "../../people/index.ts";
import type { WrittenEmployee } from "./employment-reports.ts";

/** More rows than any local employer has; a longer list must be split. */
const MAX_ROWS = 10_000;

const day = (text: string): Parsed<CivilDate> => parseWrittenDate(text.slice(0, 10).trim());

const columns = {
  name: nameColumn("职工姓名"),
  ...identityColumns,
  hiredOn: { header: "入职日期", aliases: ["入职时间", "合同开始日期"], required: true, parse: day },
  contractMonths: {
    header: "劳动合同期",
    aliases: ["劳动合同期（月）", "合同期（月）", "合同月数"],
    parse: (text: string): Parsed<number> =>
      /^\d{1,3}$/.test(text) && Number(text) <= 720
        ? accept(Number(text))
        : refuse("months", "劳动合同期填月数，如 24；无固定期限填 720。"),
  },
  leftOn: { header: "离职日期", aliases: ["离职时间"], parse: day },
} as const;

export interface EmployeeRowError {
  rowNumber: number;
  column: string;
  value: string;
  sentence: string;
}

/** Reads an employer's list (xlsx or CSV, also GBK) into rows and cell errors. Errors hold no names. */
export async function readEmployees(
  path: string,
): Promise<{ rows: (WrittenEmployee & { rowNumber: number })[]; errors: EmployeeRowError[]; rowCount: number }> {
  const sheet = await readSheetFile(path, columns, { maxRows: MAX_ROWS, maxErrors: MAX_ROWS });
  return {
    rowCount: sheet.rowCount,
    errors: sheet.errors.map((error) => ({
      rowNumber: error.rowNumber,
      column: error.header,
      value: error.column === "name" ? "" : error.value,
      sentence: error.message,
    })),
    rows: sheet.rows.map(({ rowNumber, values }) => ({
      rowNumber,
      name: values.name,
      citizenId: values.citizenId,
      phone: values.phone ?? null,
      hiredOn: values.hiredOn,
      contractMonths: values.contractMonths ?? null,
      leftOn: values.leftOn ?? null,
    })),
  };
}
