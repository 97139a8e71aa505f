import { operation } from "../../kernel/operation.ts";
import { pageOf } from "../../kernel/shapes.ts";
import { PublicisedClaim, PUBLICITY_ORDER, PublicityFilter, readPublicity } from "./publicity-rows.ts";

/** `GET /api/v1/publicity`: approved claims for everybody to see and object to, masked. */
export const listPublicity = operation({
  method: "GET",
  path: "/api/v1/publicity",
  summary: "补贴公示",
  permission: { public: true },
  query: PUBLICITY_ORDER.query.extend(PublicityFilter.shape),
  output: pageOf(PublicisedClaim),
  run: (context, { query }) => readPublicity(context, query, context.today, query),
});
