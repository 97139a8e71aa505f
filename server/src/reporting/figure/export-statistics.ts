import type { WriteColumn } from "../../adapters/spreadsheet/index.ts";
import { operation } from "../../kernel/operation.ts";
import { fileOutput } from "../../kernel/shapes.ts";
import { sheetReply } from "../../kernel/sheets.ts";
import { DIMENSIONS, PERIODS } from "../facts/shape.ts";
import { STATISTICIANS } from "./statistics-query.ts";
import { CutQuery, cutTable } from "./cut-table.ts";

/** The table under the chart, as a workbook. */
export const exportStatistics = operation({
  method: "GET",
  path: "/api/v1/statistics/export",
  summary: "导出统计表",
  permission: { roles: STATISTICIANS },
  query: CutQuery,
  output: fileOutput,
  async run(context, { query }) {
    const table = await cutTable(context, query);
    const heading = table.by === "none" ? "项目" : { ...DIMENSIONS, ...PERIODS }[table.by];
    const kind = table.unit === "元" ? "yuan" : "number";
    const shown = (value: number) => (table.unit === "元" ? value : value / table.scale);
    const rows = [...table.rows, { code: "", label: "合计", value: table.total }];
    const columns: WriteColumn<{ row: (typeof rows)[number]; index: number }>[] = [
      { header: heading, width: 28, value: ({ row }) => row.label },
      { header: `${table.label}（${table.unit}）`, width: 18, kind, value: ({ row }) => shown(row.value) },
      ...(table.series.map((part) => ({
        header: `${part.label}（${table.unit}）`,
        kind,
        value: ({ index }: { index: number }) => {
          const value = part.values[index];
          return value === undefined ? null : shown(value);
        },
      })) satisfies WriteColumn<{ row: (typeof rows)[number]; index: number }>[]),
    ];
    const numbered = rows.map((row, index) => ({ row, index }));
    return sheetReply(`${table.label}-${heading}-${context.today}`, columns, numbered, { sheetName: table.label });
  },
});
