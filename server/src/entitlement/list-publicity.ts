import { operation } from "../kernel/operation.ts";
import { PageQuery, pageOf, toPage } from "../kernel/shapes.ts";
import { PublicisedClaim, PublicityFilter, readPublicity } from "./publicity-rows.ts";

/** `GET /api/v1/publicity`: what was approved, for everybody to see and object to; masked. */
export const listPublicity = operation({
  method: "GET",
  path: "/api/v1/publicity",
  summary: "补贴公示",
  permission: { public: true },
  query: PageQuery.extend(PublicityFilter.shape),
  output: pageOf(PublicisedClaim),
  async run({ db, today }, { query }) {
    const page = toPage(await readPublicity(db, query, today, query), query.limit, (row) => row.cursor);
    return { rows: page.rows.map(({ line }) => line), nextCursor: page.nextCursor };
  },
});
