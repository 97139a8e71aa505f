import { operation } from "../../kernel/operation.ts";
import { ById, pageOf } from "../../kernel/shapes.ts";
import { classOwner } from "../owners.ts";
import { ROSTER_ORDER, RosterFilter, RosterLine, rosterPage } from "./roster.ts";
import { CLASS_READERS } from "../class/visible.ts";

/** The roster of a class; learners who left come last. */
export const listRoster = operation({
  method: "GET",
  path: "/api/v1/classes/:id/roster",
  summary: "查看花名册",
  permission: { roles: CLASS_READERS, over: classOwner },
  scope: "classes:read",
  params: ById,
  query: ROSTER_ORDER.query.extend(RosterFilter.shape),
  output: pageOf(RosterLine),
  run: (context, { params, query }) => rosterPage(context, params.id, { ...query, seatedOnly: false }, query),
});
