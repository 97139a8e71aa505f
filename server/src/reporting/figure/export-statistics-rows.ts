import { z } from "zod";
import type { WriteColumn } from "../../adapters/spreadsheet/index.ts";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { fileOutput } from "../../kernel/shapes.ts";
import { sheetReply } from "../../kernel/sheets.ts";
import { type Row, TEXT, text } from "./fact-sheet.ts";
import { MEASURES, type FactShape, type MeasureId } from "../facts/shape.ts";
import { STATISTICIANS, StatisticsQuery } from "./statistics-query.ts";
import { factRows } from "./statistics-rows.ts";

/** A column, of one measure alone where it says so. */
type Own = WriteColumn<Row> & { of?: MeasureId };

const OF_TRAINING: Own[] = [
  text(["开班日期", "startedOn", 12]),
  text(["结业日期", "completedOn", 12]),
  text(["发证日期", "certifiedOn", 12]),
  { header: "计入课时", kind: "number", value: (row) => row.hours },
];
const APPROVED: Own = { header: "核定金额（元）", kind: "yuan", value: (row) => row.approvedFen };
const PAID: Own = { header: "支付金额（元）", kind: "yuan", value: (row) => row.paidFen };
const APPLIED: Own = text(["申请日期", "appliedOn", 12]);

/** Columns of each kind of row; an entry of the ledger has the amount of its figure alone. */
const COLUMNS: Record<FactShape["table"], Own[]> = {
  training_fact: OF_TRAINING,
  claim_fact: [APPLIED, APPROVED, PAID, text(["到账日期", "paidOn", 12])],
  money_fact: [APPLIED, text(["记账日期", "postedOn", 12]), { ...APPROVED, of: "approved" }, { ...PAID, of: "paid" }],
};

/** Every row behind a figure, as a streamed workbook. */
export const exportStatisticsRows = operation({
  method: "GET",
  path: "/api/v1/statistics/rows/export",
  summary: "导出统计明细",
  permission: { roles: STATISTICIANS },
  query: StatisticsQuery,
  output: fileOutput,
  async run(context, { query }) {
    const measure = MEASURES[query.measure];
    const own = COLUMNS[measure.shape.table].filter(({ of }) => of === undefined || of === query.measure);
    return sheetReply(`${measure.label}-明细-${context.today}`, [...TEXT.map(text), ...own], everyRow(context, query), {
      sheetName: "明细",
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
