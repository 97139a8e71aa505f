import { sql } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { decodeCursor, pageOf, PageQuery, toPage } from "../kernel/shapes.ts";
import { Line, READERS, type Row, toLine, SELECT } from "./sample-view.ts";

/** Samples drawn so far, newest first. */
export const listSamples = operation({
  method: "GET",
  path: "/api/v1/audit-samples",
  summary: "抽样记录",
  permission: { roles: READERS },
  query: PageQuery,
  output: pageOf(Line),
  async run({ db, actor }, { query }) {
    const after = decodeCursor(query.cursor, 2);
    const found = await sql<Row>`
      ${SELECT} where starts_with(a.region, ${actor.region})
        ${after ? sql`and (date_trunc('milliseconds', s.drawn_at), s.id) < (${String(after[0])}::timestamptz, ${String(after[1])}::uuid)` : sql``}
      order by date_trunc('milliseconds', s.drawn_at) desc, s.id desc limit ${query.limit + 1}`.execute(db);
    return toPage(found.rows.map(toLine), query.limit, (row) => [row.drawnAt, row.id]);
  },
});
