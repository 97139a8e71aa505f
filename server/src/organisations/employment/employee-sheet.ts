import { accept, type CivilDate, civilDate, type Parsed, readChineseNumber, refuse } from "@jinengtong/standards";
import { dayBetween } from "../../kernel/sheet-cells.ts";
import { HEADINGS } from "../../kernel/sheet-headings.ts";
import { cellFindings, type SheetFinding } from "../../kernel/sheet-report.ts";
import { readSheetFile } from "../../kernel/sheets.ts";
import { identityColumns, nameColumn } from "../../people/index.ts";
import type { WrittenEmployee } from "./employment-reports.ts";

/** More rows than any local employer has; a longer list must be split. */
const MAX_ROWS = 10_000;

/** Months that stand for a contract without an end (无固定期限). */
export const OPEN_ENDED_MONTHS = 720;

const numberOf = (text: string | undefined): number =>
  text === undefined ? 0 : (readChineseNumber(text) ?? Number.NaN);

/** A contract's length in months: `24`, `12个月`, `一年`, `两年半`, `3 年`, `无固定期限`. */
export function contractMonths(text: string): Parsed<number> {
  const plain = text.replace(/\s/g, "");
  if (/^无固定(?:期限)?$/.test(plain)) return accept(OPEN_ENDED_MONTHS);
  const match =
    /^(?:([\d０-９一二两三四五六七八九十]+)年)?(半)?年?(?:零?([\d０-９一二两三四五六七八九十]+)个?月?)?(半年)?$/.exec(
      plain,
    );
  const [, years, half, months, halfYear] = match ?? [];
  const total = numberOf(years) * 12 + numberOf(months) + (half === undefined && halfYear === undefined ? 0 : 6);
  return match && plain !== "" && Number.isInteger(total) && total <= OPEN_ENDED_MONTHS
    ? accept(total)
    : refuse("months", `劳动合同期填月数或年数，如 24、12个月、两年；无固定期限填 ${OPEN_ENDED_MONTHS}。`);
}

/** The columns of an employer's list, as it may be sent on this day. */
export const employeeColumns = (today: CivilDate) => {
  const past = { from: civilDate("1950-01-01"), to: today };
  return {
    name: nameColumn,
    ...identityColumns,
    hiredOn: {
      header: "入职日期",
      aliases: HEADINGS.hiredOn,
      required: true,
      parse: dayBetween({ ...past, what: "入职日期" }),
      hint: "如 2026-03-02",
    },
    contractMonths: {
      header: "劳动合同期",
      aliases: HEADINGS.contractMonths,
      parse: contractMonths,
      words: ["6个月", "12个月", "24个月", "36个月", "60个月", "无固定期限"],
      hint: "月数或年数",
    },
    leftOn: {
      header: "离职日期",
      aliases: HEADINGS.leftOn,
      parse: dayBetween({ ...past, what: "离职日期" }),
      hint: "在职的不填",
    },
  } as const;
};

/** Reads an employer's list (xlsx or CSV, also GBK) into rows and cell errors. Errors hold no whole names. */
export async function readEmployees(path: string, today: CivilDate) {
  const sheet = await readSheetFile(path, employeeColumns(today), { maxRows: MAX_ROWS, maxErrors: MAX_ROWS });
  const errors: SheetFinding[] = cellFindings(sheet);
  const rows: (WrittenEmployee & { rowNumber: number })[] = sheet.rows.map(({ rowNumber, values }) => ({
    rowNumber,
    name: values.name,
    citizenId: values.citizenId,
    phone: values.phone ?? null,
    hiredOn: values.hiredOn,
    contractMonths: values.contractMonths ?? null,
    leftOn: values.leftOn ?? null,
  }));
  return { sheet, rows, errors };
}
