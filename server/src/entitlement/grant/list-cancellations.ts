import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { Fen, Id, Instant, OfProgramme, pageOf } from "../../kernel/shapes.ts";
import { byId, byName, byNumber, byText, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { type ClaimState, claimStates } from "../claim-states.ts";

const Line = z.strictObject({
  id: Id,
  claimId: Id,
  claimNumber: z.string(),
  policyId: z.string(),
  benefitName: z.string(),
  state: z.string(),
  stateLabel: z.string(),
  approvedFen: Fen.nullable(),
  lessFen: Fen.nullable().describe("只收回其中多核定的；空：全部撤销"),
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
  policy_id: string;
  benefit: string;
  state: ClaimState;
  approved_fen: number | null;
  less_fen: number | null;
  reason: string;
  asked_by: string;
  asked_at: Date;
  agreed: boolean | null;
  may_decide: boolean;
}

const ORDER = sortable({
  columns: {
    askedAt: byTime("x.asked_at"),
    claimNumber: byText("c.number"),
    approvedFen: byNumber("c.approved_fen", "first"),
    askedBy: byName("a.name"),
  },
  unique: byId("x.id"),
  usual: "askedAt",
});

/** `GET /api/v1/cancellations`: requested cancellations, longest wait first. */
export const listCancellations = operation({
  method: "GET",
  path: "/api/v1/cancellations",
  summary: "撤销申请列表",
  permission: { roles: ["reviewer", "finance", "auditor"] },
  query: ORDER.query.extend({ open: z.enum(["true", "false"]).default("true"), policy: OfProgramme }),
  output: pageOf(Line),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const { rows, nextCursor } = await page.read(
      context.db,
      sql<Placed<Row>>`
      select x.id, x.claim_id, c.number, c.policy_id, c.benefit, c.state, c.approved_fen, x.less_fen, x.reason, a.name as asked_by, x.asked_at,
        x.agreed, x.decided_by is null and x.asked_by <> ${context.actor.accountId} as may_decide, ${page.place}
      from claim_cancellation x join claim c on c.id = x.claim_id join account a on a.id = x.asked_by
      where starts_with(c.town, ${context.actor.region}) and (x.decided_by is null) = ${query.open === "true"}
        and (${query.policy ?? null}::text is null or c.policy_id = ${query.policy ?? null}) and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    return {
      rows: rows.map((row) => ({
        id: row.id,
        claimId: row.claim_id,
        claimNumber: row.number,
        policyId: row.policy_id,
        benefitName: context.services.policies.benefitName(row.policy_id, row.benefit),
        state: row.state,
        stateLabel: claimStates.states[row.state].label,
        approvedFen: row.approved_fen,
        lessFen: row.less_fen,
        reason: row.reason,
        askedBy: row.asked_by,
        askedAt: row.asked_at.toISOString(),
        agreed: row.agreed,
        mayDecide: context.actor.role === "reviewer" && row.may_decide,
      })),
      nextCursor,
    };
  },
});

export const exportCancellations = exportOf(listCancellations, {
  title: "撤销申请",
  columns: [
    { header: "申请编号", width: 16, value: (row) => row.claimNumber },
    { header: "补贴", width: 28, value: (row) => row.benefitName },
    { header: "申请状态", value: (row) => row.stateLabel },
    { header: "核定金额（元）", kind: "yuan", value: (row) => row.approvedFen },
    { header: "其中收回（元）", kind: "yuan", value: (row) => row.lessFen },
    { header: "撤销理由", width: 40, value: (row) => row.reason },
    { header: "提出人", value: (row) => row.askedBy },
    { header: "提出时间（UTC）", width: 24, value: (row) => row.askedAt },
    { header: "结果", value: (row) => (row.agreed === null ? "待确认" : row.agreed ? "已撤销" : "已否决") },
  ],
});
