import { z } from "zod";
import { sql } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { decodeCursor, Fen, Id, Instant, PageQuery, pageOf, toPage } from "../kernel/shapes.ts";
import { benefitName } from "./claim-rows.ts";
import { type ClaimState, claimStates } from "./claim-states.ts";

const Line = z.strictObject({
  id: Id,
  claimId: Id,
  claimNumber: z.string(),
  benefitName: z.string(),
  state: z.string(),
  stateLabel: z.string(),
  approvedFen: Fen.nullable(),
  reason: z.string(),
  askedBy: z.string(),
  askedAt: Instant,
  agreed: z.boolean().nullable().describe("空：待确认"),
  mayDecide: z.boolean().describe("不是您提出的，可以由您确认或否决"),
});

interface Row {
  id: string;
  claim_id: string;
  number: string;
  benefit: string;
  state: ClaimState;
  approved_fen: number | null;
  reason: string;
  asked_by: string;
  asked_at: Date;
  at: string;
  agreed: boolean | null;
  may_decide: boolean;
}

/** `GET /api/v1/cancellations`: approvals that somebody wants taken back, the longest waiting first. */
export const listCancellations = operation({
  method: "GET",
  path: "/api/v1/cancellations",
  summary: "撤销申请列表",
  permission: { roles: ["reviewer", "finance", "auditor"] },
  query: PageQuery.extend({ open: z.enum(["true", "false"]).default("true") }),
  output: pageOf(Line),
  async run(context, { query }) {
    const after = decodeCursor(query.cursor, 2);
    const found = await sql<Row>`
      select x.id, x.claim_id, c.number, c.benefit, c.state, c.approved_fen, x.reason, a.name as asked_by, x.asked_at,
        x.asked_at::text as at, x.agreed, x.decided_by is null and x.asked_by <> ${context.actor.accountId} as may_decide
      from claim_cancellation x join claim c on c.id = x.claim_id join account a on a.id = x.asked_by
      where starts_with(c.town, ${context.actor.region}) and (x.decided_by is null) = ${query.open === "true"}
        and ${after === null ? sql`true` : sql`(x.asked_at, x.id) > (${String(after[0])}::timestamptz, ${after[1]}::uuid)`}
      order by x.asked_at, x.id limit ${query.limit + 1}`.execute(context.db);
    const page = toPage(found.rows, query.limit, (row) => [row.at, row.id]);
    return {
      rows: page.rows.map((row) => ({
        id: row.id,
        claimId: row.claim_id,
        claimNumber: row.number,
        benefitName: benefitName(row.benefit),
        state: row.state,
        stateLabel: claimStates.states[row.state].label,
        approvedFen: row.approved_fen,
        reason: row.reason,
        askedBy: row.asked_by,
        askedAt: row.asked_at.toISOString(),
        agreed: row.agreed,
        mayDecide: context.actor.role === "reviewer" && row.may_decide,
      })),
      nextCursor: page.nextCursor,
    };
  },
});
