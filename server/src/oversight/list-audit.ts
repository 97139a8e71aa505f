import { operation } from "../kernel/operation.ts";
import { decodeCursor, pageOf, PageQuery, toPage } from "../kernel/shapes.ts";
import { entries, Entry, Filter, READERS } from "./audit-entries.ts";

/** Who did what, newest first. */
export const listAudit = operation({
  method: "GET",
  path: "/api/v1/audit-log",
  summary: "查看审计日志",
  permission: { roles: READERS },
  query: PageQuery.extend(Filter.shape),
  output: pageOf(Entry),
  async run(context, { query }) {
    const after = decodeCursor(query.cursor, 1);
    const rows = await entries(context, query, { before: after ? Number(after[0]) : null, limit: query.limit + 1 });
    return toPage(rows, query.limit, (row) => [row.id]);
  },
});
