import { townCodeOf } from "@jinengtong/county";
import { accept, groups, refuse, type Group, type Parsed } from "@jinengtong/standards";
import { readSheetBytes } from "../../kernel/sheets.ts";
import { identityColumns, nameColumn } from "../../people/index.ts";

const MAX_ROWS = 20_000;

const columns = {
  classNumber: {
    header: "班级编号",
    aliases: ["培训班编号", "班号"],
    parse: (text: string): Parsed<string> => accept(text.trim().toUpperCase()),
  },
  name: nameColumn("学员姓名"),
  ...identityColumns,
  town: {
    header: "镇街",
    aliases: ["乡镇", "镇（街道）", "所在镇街"],
    parse: (text: string): Parsed<string> => {
      const code = townCodeOf(text);
      return code === undefined ? refuse("town-unknown", "没有这个镇（街道），请按行政区划名称填写。") : accept(code);
    },
  },
  groupCode: {
    header: "人员类别",
    parse: (text: string): Parsed<Group> => {
      const code = groups.codeOf(text);
      return code === undefined
        ? refuse("group-unknown", "没有这个人员类别，请从模板的下拉列表中选择。")
        : accept(code);
    },
  },
} as const;

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

/** Error or warning of a row. Never holds a name or a whole number. */
export interface RowFinding {
  rowNumber: number;
  column: string;
  value: string;
  code: string;
  sentence: string;
}

/** Reads a roster (xlsx or CSV, UTF-8 or GBK) into rows and the errors of single cells. */
export async function readRoster(content: Buffer): Promise<{
  rows: RosterRow[];
  errors: RowFinding[];
  errorCount: number;
  rowCount: number;
  ignoredHeaders: string[];
}> {
  const sheet = await readSheetBytes(content, columns, { maxRows: MAX_ROWS, maxErrors: MAX_ROWS });
  return {
    rowCount: sheet.rowCount,
    errorCount: sheet.errorCount,
    ignoredHeaders: [...sheet.ignoredHeaders],
    errors: sheet.errors.map((error) => ({
      rowNumber: error.rowNumber,
      column: error.header,
      value: error.column === "name" ? "" : error.value,
      code: error.code,
      sentence: error.message,
    })),
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
