import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { Category, order } from "./cut-table.ts";
import { cutFacts } from "../facts/cut.ts";
import { type MeasureId, MEASURES } from "../facts/shape.ts";
import { factStore } from "../facts/store.ts";
import { Caption, captionOf, filterOf, nameOfCode, STATISTICIANS, StatisticsQuery } from "./statistics-query.ts";

/** All measures at once, for the top of the figures page. */
export const statisticsOverview = operation({
  method: "GET",
  path: "/api/v1/statistics/overview",
  summary: "统计总览",
  permission: { roles: STATISTICIANS },
  query: StatisticsQuery.omit({ measure: true, source: true }),
  output: z.object({ figures: z.array(Caption.extend({ total: z.number(), trend: z.array(Category) })) }),
  async run(context, { query }) {
    const store = await factStore(context.services);
    const figures = (Object.keys(MEASURES) as MeasureId[]).map((measure) => {
      const filter = filterOf(context, { ...query, measure, source: undefined });
      const { total, cells } = cutFacts(store, measure, filter, "month");
      const name = nameOfCode(context, store);
      const trend = order(
        "month",
        cells.map((cell) => ({ code: cell.by, label: name("month", cell.by), value: cell.value })),
      );
      return { ...captionOf(measure, store), total, trend };
    });
    return { figures };
  },
});
