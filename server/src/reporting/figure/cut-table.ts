import { addMonths, civilDate } from "@jinengtong/standards";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { type Cut, cutFacts } from "../facts/cut.ts";
import { periodCode, periodLabel } from "../facts/days.ts";
import { type Period, PERIODS } from "../facts/shape.ts";
import { factStore } from "../facts/store.ts";
import { Caption, captionOf, CutName, filterOf, nameOfCode, requireCut, StatisticsQuery } from "./statistics-query.ts";

export const CutQuery = StatisticsQuery.extend({
  by: CutName.default("none"),
  split: CutName.default("none").describe("再按此项分成若干系列"),
});

export const Category = z.object({ code: z.string(), label: z.string(), value: z.number() });

export const CutTable = Caption.extend({
  by: CutName,
  split: CutName,
  /** Total. For 人 it isn't the sum of the rows: one person may be in several. */
  total: z.number(),
  rows: z.array(Category),
  /** One value per row, for each part of the split. */
  series: z.array(z.object({ code: z.string(), label: z.string(), values: z.array(z.number()) })),
});

/** The table behind chart and workbook. */
export async function cutTable(context: Context, query: z.output<typeof CutQuery>): Promise<z.output<typeof CutTable>> {
  requireCut(query.measure, query.by);
  requireCut(query.measure, query.split);
  const store = await factStore(context.services);
  const filter = filterOf(context, query);
  const name = nameOfCode(context, store);
  const { total, cells } = cutFacts(store, query.measure, filter, query.by);
  const rows = order(
    query.by,
    cells.map((cell) => ({ code: cell.by, label: name(query.by, cell.by), value: cell.value })),
  );
  const parts = query.split === "none" ? [] : cutFacts(store, query.measure, filter, query.by, query.split).cells;
  const bySplit = Map.groupBy(parts, (cell) => cell.split);
  const series = order(
    query.split,
    [...bySplit].map(([code, inside]) => ({
      code,
      label: name(query.split, code),
      value: inside.reduce((sum, cell) => sum + cell.value, 0),
    })),
  ).map(({ code, label }) => {
    const values = new Map(bySplit.get(code)?.map((cell) => [cell.by, cell.value]));
    return { code, label, values: rows.map((row) => values.get(row.code) ?? 0) };
  });
  return { ...captionOf(query.measure, store), by: query.by, split: query.split, total, rows, series };
}

type Row = z.output<typeof Category>;

/** Sort order: time without gaps, levels from the lowest, everything else by size. */
export function order(cut: Cut, rows: Row[]): Row[] {
  if (cut in PERIODS) return withoutGaps(cut as Period, rows);
  if (cut === "level") return rows.toSorted((a, b) => b.code.localeCompare(a.code));
  return rows.toSorted((a, b) => b.value - a.value || a.code.localeCompare(b.code));
}

/** The first month of a period by its code. */
const monthOf = (code: string): number =>
  code.includes("Q") ? (Number(code.slice(-1)) - 1) * 3 + 1 : Number(code.slice(5) || 1);

function withoutGaps(period: Period, rows: Row[]): Row[] {
  const known = new Map(rows.map((row) => [row.code, row]));
  const codes = [...known.keys()].toSorted();
  const [first, last] = [codes[0], codes.at(-1)];
  if (first === undefined || last === undefined) return [];
  const filled: Row[] = [];
  let date = civilDate(`${first.slice(0, 4)}-${String(monthOf(first)).padStart(2, "0")}-01`);
  for (let code = first; code <= last; code = periodCode(period, date)) {
    filled.push(known.get(code) ?? { code, label: periodLabel(code), value: 0 });
    date = addMonths(date, period === "year" ? 12 : period === "quarter" ? 3 : 1);
  }
  return filled;
}
