import { operation } from "../../kernel/operation.ts";
import { pageOf } from "../../kernel/shapes.ts";
import { ACCOUNT_ORDER, AccountFilter, accountPage, AccountRow } from "./account-rows.ts";

/** `GET /api/v1/accounts`: the accounts of staff and organisations in the region, with lock-outs. */
export const listAccounts = operation({
  method: "GET",
  path: "/api/v1/accounts",
  summary: "账号列表",
  permission: { roles: ["admin", "security", "auditor"] },
  query: ACCOUNT_ORDER.query.extend(AccountFilter.shape),
  output: pageOf(AccountRow),
  run: (context, { query }) => accountPage(context, query, query),
});
