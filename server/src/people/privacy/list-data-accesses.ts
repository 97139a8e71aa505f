import { operation } from "../../kernel/operation.ts";
import { Id, pageOf } from "../../kernel/shapes.ts";
import { ACCESS_ORDER, DataAccess, dataAccessPage } from "./data-access-rows.ts";

/** `GET /api/v1/personal-data-accesses`: unmaskings in the region with purpose; for the security officer and the auditor. */
export const listDataAccesses = operation({
  method: "GET",
  path: "/api/v1/personal-data-accesses",
  summary: "个人信息查看记录",
  permission: { roles: ["security", "auditor"] },
  query: ACCESS_ORDER.query.extend({ accountId: Id.optional(), personId: Id.optional() }),
  output: pageOf(DataAccess),
  run: (context, { query }) => dataAccessPage(context, { ...query, region: context.actor.region }, query),
});
