import { sql } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { decodeCursor, pageOf, PageQuery, toPage } from "../kernel/shapes.ts";
import { AnomalyLine, anomalyLines, chosen, Filter, OVERSEERS } from "./anomaly-view.ts";

/** What looks odd and waits for an answer, or how it was answered. */
export const listAnomalies = operation({
  method: "GET",
  path: "/api/v1/anomalies",
  summary: "异常线索",
  permission: { roles: OVERSEERS },
  query: PageQuery.extend(Filter.shape),
  output: pageOf(AnomalyLine),
  async run({ db, actor }, { query }) {
    const after = decodeCursor(query.cursor, 3);
    const rows = await anomalyLines(
      db,
      sql`${chosen(actor, query)}
        ${
          after
            ? sql`and (-a.severity, -extract(epoch from date_trunc('milliseconds', a.found_at)), a.id)
                > (${-Number(after[0])}, ${-Date.parse(String(after[1])) / 1000}::numeric, ${String(after[2])}::uuid)`
            : sql``
        }`,
      query.limit + 1,
    );
    return toPage(rows, query.limit, (row) => [row.severity, row.foundAt, row.id]);
  },
});
