import { county, townCodeOf } from "@jinengtong/county";
import { accept, foldCode, groupOfWord, groups, refuse, type Group, type Parsed } from "@jinengtong/standards";
import { HEADINGS } from "../../kernel/sheet-headings.ts";
import { cellFindings, type SheetFinding } from "../../kernel/sheet-report.ts";
import { readSheetBytes } from "../../kernel/sheets.ts";
import { identityColumns, nameColumn } from "../../people/index.ts";

const MAX_ROWS = 20_000;

/** The columns of a roster; the words of the lists are the county's. */
export const rosterColumns = () =>
  ({
    classNumber: {
      header: "班级编号",
      aliases: HEADINGS.classNumber,
      parse: (text: string): Parsed<string> => accept(foldCode(text)),
      hint: "不填就是页面上的班",
    },
    name: nameColumn,
    ...identityColumns,
    town: {
      header: "镇街",
      aliases: HEADINGS.town,
      parse: (text: string): Parsed<string> => {
        const code = townCodeOf(text);
        return code === undefined
          ? refuse("town-unknown", `没有这个镇（街道）。本地的有：${towns().join("、")}。`)
          : accept(code);
      },
      words: towns(),
      hint: "选填",
    },
    groupCode: {
      header: "人员类别",
      aliases: HEADINGS.group,
      parse: (text: string): Parsed<Group> => {
        const code = groupOfWord(text);
        return code === undefined
          ? refuse("group-unknown", `没有这个人员类别。可以填：${labels().join("、")}。`)
          : accept(code);
      },
      words: labels(),
      width: 24,
      hint: "选填",
    },
  }) as const;

const towns = (): string[] => county().towns.map((town) => town.name);
const labels = (): string[] => groups.options.map((option) => option.label);

/** One row of a roster as it was written. */
export interface RosterRow {
  rowNumber: number;
  classNumber: string | null;
  name: string;
  citizenId: string;
  phone: string | null;
  town: string | null;
  groupCode: Group | null;
}

/** Error or warning of a row. Never holds a whole name or number. */
export type RowFinding = SheetFinding;

/** Reads a roster (xlsx or CSV, UTF-8 or GBK) into rows and the errors of single cells. */
export async function readRoster(content: Buffer): Promise<{
  rows: RosterRow[];
  errors: RowFinding[];
  rowCount: number;
  ignoredHeaders: string[];
  notes: string[];
}> {
  const sheet = await readSheetBytes(content, rosterColumns(), { maxRows: MAX_ROWS, maxErrors: MAX_ROWS });
  return {
    rowCount: sheet.rowCount,
    ignoredHeaders: [...sheet.ignoredHeaders],
    notes: [...sheet.notes],
    errors: cellFindings(sheet),
    rows: sheet.rows.map(({ rowNumber, values }) => ({
      rowNumber,
      classNumber: values.classNumber ?? null,
      name: values.name,
      citizenId: values.citizenId,
      phone: values.phone ?? null,
      town: values.town ?? null,
      groupCode: values.groupCode ?? null,
    })),
  };
}
