import { sql } from "../../kernel/database.ts";
import { countWithFirstPage } from "../../kernel/list-count.ts";
import { operation } from "../../kernel/operation.ts";
import { pageOf } from "../../kernel/shapes.ts";
import { CLAIM_ORDER, CLAIM_READERS, ClaimFilter, ClaimLine, filtered, readClaimLines } from "./claim-rows.ts";

/** `GET /api/v1/claims`: the office's work queue, and an organisation's own claims; what is due first comes first. */
export const listClaims = operation({
  method: "GET",
  path: "/api/v1/claims",
  summary: "补贴申请列表（先到期的在前）",
  permission: { roles: CLAIM_READERS },
  scope: "claims:read",
  query: CLAIM_ORDER.query.extend(ClaimFilter.shape),
  output: pageOf(ClaimLine),
  async run(context, { query }) {
    const where = filtered(context.actor, query, context.today);
    const page = await readClaimLines(context, where, context.today, query);
    return { ...page, ...(await countWithFirstPage(context.db, query, sql`claim c where ${where}`)) };
  },
});
