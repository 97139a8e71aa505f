import { operation } from "../../kernel/operation.ts";
import { ById, PageQuery } from "../../kernel/shapes.ts";
import { MarkPage, markRows, permission } from "./trace-rows.ts";

/** Further pages of attendance marks in a trace. */
export const traceMarks = operation({
  method: "GET",
  path: "/api/v1/trace/enrolments/:id/attendance",
  summary: "追溯：逐条考勤",
  permission,
  params: ById,
  query: PageQuery,
  output: MarkPage,
  run: ({ db }, { params, query }) => markRows(db, params.id, query),
});
