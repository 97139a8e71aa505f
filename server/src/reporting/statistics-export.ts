import { z } from "zod";
import { SHEET_MEDIA_TYPES, writeSheet, type WriteColumn } from "../adapters/spreadsheet/index.ts";
import type { Context } from "../kernel/context.ts";
import { FileReply } from "../kernel/files.ts";
import { operation } from "../kernel/operation.ts";
import { fileOutput } from "../kernel/shapes.ts";
import { DIMENSIONS, MEASURES, PERIODS, TRAINING } from "./facts/shape.ts";
import { factRows, type FactRow } from "./statistics-rows.ts";
import { CutQuery, cutTable } from "./statistics.ts";
import { STATISTICIANS, StatisticsQuery } from "./statistics-query.ts";

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
    return new FileReply({
      mediaType: SHEET_MEDIA_TYPES.xlsx,
      fileName: `${table.label}-${heading}-${context.today}.xlsx`,
      content: writeSheet(
        columns,
        rows.map((row, index) => ({ row, index })),
        { format: "xlsx", sheetName: table.label },
      ),
    });
  },
});

type Row = z.output<typeof FactRow>;
const TEXT: [string, keyof Row, number][] = [
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
const text = ([header, key, width]: (typeof TEXT)[number]): WriteColumn<Row> => ({
  header,
  width,
  value: (row) => row[key],
});

/** Every row behind a figure, as a workbook written while it is read. */
export const exportStatisticsRows = operation({
  method: "GET",
  path: "/api/v1/statistics/rows/export",
  summary: "导出统计明细",
  permission: { roles: STATISTICIANS },
  query: StatisticsQuery,
  output: fileOutput,
  async run(context, { query }) {
    const measure = MEASURES[query.measure];
    const own: WriteColumn<Row>[] =
      measure.shape === TRAINING
        ? [
            text(["开班日期", "startedOn", 12]),
            text(["结业日期", "completedOn", 12]),
            text(["发证日期", "certifiedOn", 12]),
            { header: "计入课时", kind: "number", value: (row) => row.hours },
          ]
        : [
            text(["申请日期", "appliedOn", 12]),
            { header: "核定金额（元）", kind: "yuan", value: (row) => row.approvedFen },
            { header: "支付金额（元）", kind: "yuan", value: (row) => row.paidFen },
            text(["到账日期", "paidOn", 12]),
          ];
    return new FileReply({
      mediaType: SHEET_MEDIA_TYPES.xlsx,
      fileName: `${measure.label}-明细-${context.today}.xlsx`,
      content: writeSheet([...TEXT.map(text), ...own], everyRow(context, query), {
        format: "xlsx",
        sheetName: "明细",
      }),
    });
  },
});

const BATCH = 1_000;

async function* everyRow(context: Context, query: z.output<typeof StatisticsQuery>): AsyncGenerator<Row> {
  for (let after: [number, number] | null = null; ;) {
    const found: Awaited<ReturnType<typeof factRows>> = await factRows(context, query, { after, limit: BATCH });
    for (const { row } of found) yield row;
    const last = found.at(-1);
    if (found.length < BATCH || !last) return;
    after = [last.place.person, last.place.id];
  }
}
