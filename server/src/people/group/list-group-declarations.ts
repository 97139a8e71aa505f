import { operation } from "../../kernel/operation.ts";
import { pageOf } from "../../kernel/shapes.ts";
import { GROUP_ORDER, GroupFilter, groupPage, GroupTask } from "./group-rows.ts";

/** `GET /api/v1/person-groups`: work list of declarations, longest wait first; undecided ones by default. */
export const listGroupDeclarations = operation({
  method: "GET",
  path: "/api/v1/person-groups",
  summary: "人群类别申报工作列表",
  permission: { roles: ["reviewer", "department", "auditor"] },
  query: GROUP_ORDER.query.extend(GroupFilter.shape),
  output: pageOf(GroupTask),
  run: (context, { query }) => groupPage(context, query, query),
});
