import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { Id, OfProgramme, pageOf } from "../../kernel/shapes.ts";
import { byDate, byId, byText, byTime, type Placed, sortable } from "../../kernel/sorting.ts";

const Line = z.strictObject({
  id: Id,
  claimId: Id,
  claimNumber: z.string(),
  policyId: z.string(),
  benefitName: z.string(),
  kind: z.enum(["public", "own", "appeal"]),
  text: z.string(),
  raisedAt: z.string(),
  dueOn: z.string(),
  overdue: z.boolean(),
  answered: z.boolean(),
  mayAnswer: z.boolean().describe("您没有参与审核，可以答复"),
});

interface Row {
  id: string;
  claim_id: string;
  number: string;
  policy_id: string;
  benefit: string;
  kind: "public" | "own" | "appeal";
  text: string;
  raised_at: Date;
  due_on: string;
  answered: boolean;
  may_answer: boolean;
}

const ORDER = sortable({
  columns: {
    dueOn: byDate("o.due_on"),
    raisedAt: byTime("o.raised_at"),
    claimNumber: byText("c.number"),
    kind: byText("o.kind"),
  },
  unique: byId("o.id"),
  usual: "dueOn",
});

const KINDS = { public: "公示异议", own: "本人异议", appeal: "申诉" } as const;

/** `GET /api/v1/objections`: objections and appeals of the region, what is due first comes first. */
export const listObjections = operation({
  method: "GET",
  path: "/api/v1/objections",
  summary: "异议与申诉",
  permission: { roles: ["reviewer", "auditor"] },
  query: ORDER.query.extend({
    open: z.enum(["true", "false"]).default("true"),
    kind: z.enum(["public", "own", "appeal"]).optional(),
    policy: OfProgramme,
  }),
  output: pageOf(Line),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const { rows, nextCursor } = await page.read(
      context.db,
      sql<Placed<Row>>`
      select o.id, o.claim_id, c.number, c.policy_id, c.benefit, o.kind, o.text, o.raised_at, o.due_on, o.answered_at is not null as answered,
        not exists (select from claim_review r where r.claim_id = c.id and r.officer_id = ${context.actor.accountId}) as may_answer,
        ${page.place}
      from objection o join claim c on c.id = o.claim_id
      where starts_with(c.town, ${context.actor.region}) and (o.answered_at is null) = ${query.open === "true"}
        and (${query.policy ?? null}::text is null or c.policy_id = ${query.policy ?? null})
        and (${query.kind ?? null}::text is null or o.kind = ${query.kind ?? null}) and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    return {
      rows: rows.map((row) => ({
        id: row.id,
        claimId: row.claim_id,
        claimNumber: row.number,
        policyId: row.policy_id,
        benefitName: context.services.policies.benefitName(row.policy_id, row.benefit),
        kind: row.kind,
        text: row.text,
        raisedAt: row.raised_at.toISOString(),
        dueOn: row.due_on,
        overdue: !row.answered && row.due_on < context.today,
        answered: row.answered,
        mayAnswer: row.may_answer,
      })),
      nextCursor,
    };
  },
});

export const exportObjections = exportOf(listObjections, {
  title: "异议与申诉",
  columns: [
    { header: "申请编号", width: 16, value: (row) => row.claimNumber },
    { header: "补贴", width: 28, value: (row) => row.benefitName },
    { header: "种类", value: (row) => KINDS[row.kind] },
    { header: "内容", width: 60, value: (row) => row.text },
    { header: "提出时间（UTC）", width: 24, value: (row) => row.raisedAt },
    { header: "答复期限", value: (row) => row.dueOn },
    { header: "是否超期", value: (row) => (row.overdue ? "超期" : "") },
    { header: "是否已答复", value: (row) => (row.answered ? "已答复" : "待答复") },
  ],
});
