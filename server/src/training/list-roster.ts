import { operation } from "../kernel/operation.ts";
import { ById, decodeCursor, PageQuery, pageOf, toPage } from "../kernel/shapes.ts";
import { classOwner } from "./owners.ts";
import { RosterLine, rosterLines } from "./roster.ts";
import { CLASS_READERS } from "./visible.ts";

/** The roster of a class, page by page; who left stands last. */
export const listRoster = operation({
  method: "GET",
  path: "/api/v1/classes/:id/roster",
  summary: "查看花名册",
  permission: { roles: CLASS_READERS, over: classOwner },
  scope: "classes:read",
  params: ById,
  query: PageQuery,
  output: pageOf(RosterLine),
  async run(context, { params, query }) {
    const rows = await rosterLines(context, params.id, {
      seatedOnly: false,
      limit: query.limit + 1,
      after: decodeCursor(query.cursor, 2),
    });
    return toPage(rows, query.limit, (row) => [row.seat ?? 10_000, row.enrolmentId]);
  },
});
