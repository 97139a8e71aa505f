import { operation } from "../../kernel/operation.ts";
import { ById, PageQuery } from "../../kernel/shapes.ts";
import { permission, WatchPage, watchRows } from "./trace-rows.ts";

/** Further pages of the watch log in a trace. */
export const traceWatch = operation({
  method: "GET",
  path: "/api/v1/trace/enrolments/:id/watch",
  summary: "追溯：逐条网上学习记录",
  permission,
  params: ById,
  query: PageQuery,
  output: WatchPage,
  run: ({ db }, { params, query }) => watchRows(db, params.id, query),
});
