import { operation } from "../../kernel/operation.ts";
import { CutQuery, CutTable, cutTable } from "./cut-table.ts";
import { STATISTICIANS } from "./statistics-query.ts";

/** One measure, cut by time, place, group, occupation, level, institution, benefit, department or source. */
export const statistics = operation({
  method: "GET",
  path: "/api/v1/statistics",
  summary: "统计",
  permission: { roles: STATISTICIANS },
  query: CutQuery,
  output: CutTable,
  run: (context, { query }) => cutTable(context, query),
});
