import { operation } from "../../kernel/operation.ts";
import { pageOf } from "../../kernel/shapes.ts";
import { AUDIT_ORDER, auditPage, Entry, Filter, READERS } from "./audit-entries.ts";

/** Lists the audit log, newest first by default. */
export const listAudit = operation({
  method: "GET",
  path: "/api/v1/audit-log",
  summary: "查看审计日志",
  permission: { roles: READERS },
  query: AUDIT_ORDER.query.extend(Filter.shape),
  output: pageOf(Entry),
  run: (context, { query }) => auditPage(context, query, query),
});
