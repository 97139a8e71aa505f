import { z } from "zod";
import type { WriteColumn } from "../../adapters/spreadsheet/index.ts";
import type { FactRow } from "./statistics-rows.ts";

export type Row = z.output<typeof FactRow>;
/** First columns of every workbook of rows. */
export const TEXT: [string, keyof Row, number][] = [
  ["姓名", "person", 10],
  ["身份证号", "citizenIdMasked", 22],
  ["镇（街道）", "town", 16],
  ["人群", "group", 18],
  ["职业（工种）", "occupation", 18],
  ["等级", "level", 14],
  ["机构", "institution", 28],
  ["补贴项目", "benefit", 26],
  ["培训班", "class", 24],
  ["编号", "number", 18],
  ["状态", "state", 10],
];
export const text = ([header, key, width]: (typeof TEXT)[number]): WriteColumn<Row> => ({
  header,
  width,
  value: (row) => row[key],
});
