import { regionName } from "@jinengtong/county";
import { benefitName } from "@jinengtong/policy";
import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, CivilDate, Fen, Id, pageOf } from "../../kernel/shapes.ts";
import { byDate, byId, byNumber, byText, type Placed, sortable } from "../../kernel/sorting.ts";
import { type ClaimState, claimStates } from "../claim-states.ts";
import { readDraft } from "./draft-record.ts";
import { newestTask } from "./draft-task.ts";
import type { Outcome } from "./impact-of-claims.ts";

const Outcomes = z.enum(["granted", "refused", "incomplete"]);
const LABELS: Readonly<Record<Outcome, string>> = { granted: "可享受", refused: "不能享受", incomplete: "资料不全" };

const Line = z.strictObject({
  claimId: Id,
  claimNumber: z.string(),
  claimant: z.string(),
  benefit: z.string(),
  benefitName: z.string(),
  town: z.string(),
  townName: z.string(),
  appliedOn: CivilDate,
  state: z.string(),
  stateLabel: z.string(),
  before: Outcomes,
  beforeLabel: z.string(),
  beforeFen: Fen,
  after: Outcomes,
  afterLabel: z.string(),
  afterFen: Fen,
  differenceFen: z.number().int().describe("金额的变化（分），减少为负"),
  because: z.string().describe("按草案为什么这样"),
});

interface Row {
  claim_id: string;
  number: string;
  claimant: string | null;
  benefit: string;
  town: string;
  applied_on: z.output<typeof CivilDate>;
  state: ClaimState;
  before_outcome: Outcome;
  before_fen: number;
  after_outcome: Outcome;
  after_fen: number;
  because: string;
}

const ORDER = sortable({
  columns: {
    claimNumber: byText("c.number"),
    appliedOn: byDate("i.applied_on"),
    beforeFen: byNumber("i.before_fen"),
    afterFen: byNumber("i.after_fen"),
    differenceFen: byNumber("(i.after_fen - i.before_fen)"),
  },
  unique: byId("i.claim_id"),
  usual: "claimNumber",
});

const KINDS = {
  gained: sql<boolean>`i.before_outcome <> 'granted' and i.after_outcome = 'granted'`,
  lost: sql<boolean>`i.before_outcome = 'granted' and i.after_outcome = 'refused'`,
  incomplete: sql<boolean>`i.before_outcome <> 'incomplete' and i.after_outcome = 'incomplete'`,
  more: sql<boolean>`i.before_outcome = 'granted' and i.after_outcome = 'granted' and i.after_fen > i.before_fen`,
  less: sql<boolean>`i.before_outcome = 'granted' and i.after_outcome = 'granted' and i.after_fen < i.before_fen`,
};

/** `GET /api/v1/policy-drafts/:id/impact-claims`: claims that the newest assessment of a draft finds changed, from what to what, and why. */
export const listImpact = operation({
  method: "GET",
  path: "/api/v1/policy-drafts/:id/impact-claims",
  summary: "政策草案会改变的申请",
  permission: { roles: ["reviewer", "auditor"] },
  params: ById,
  query: ORDER.query.extend({
    benefit: z.string().max(80).optional(),
    town: z.string().max(9).optional(),
    month: z
      .string()
      .regex(/^\d{4}-\d\d$/, "月份写作 2026-03")
      .optional(),
    kind: z.enum(["gained", "lost", "incomplete", "more", "less"]).optional(),
  }),
  output: pageOf(Line),
  async run(context, { params, query }) {
    const draft = await readDraft(context.db, params.id);
    const task = await newestTask(context, "policy-impact", params.id);
    const page = ORDER.page(query);
    const { benefit, town, month, kind } = query;
    const { rows, nextCursor } = await page.read(
      context.db,
      sql<Placed<Row>>`
      select i.*, c.number, c.state, coalesce(o.name, p.name) as claimant, ${page.place}
      from policy_impact i join claim c on c.id = i.claim_id
      left join organisation o on o.id = c.organisation_id left join person p on p.id = c.person_id
      where i.task_id = ${task?.id ?? null}::uuid and starts_with(c.town, ${context.actor.region})
        and (${benefit ?? null}::text is null or i.benefit = ${benefit ?? null})
        and (${town ?? null}::text is null or i.town = ${town ?? null})
        and (${month ?? null}::text is null or to_char(i.applied_on, 'YYYY-MM') = ${month ?? null})
        and ${kind === undefined ? sql`true` : KINDS[kind]} and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    const known = [context.services.policies.ofDigest(draft.base_digest ?? "")].filter((one) => one !== undefined);
    return {
      rows: rows.map((row) => ({
        claimId: row.claim_id,
        claimNumber: row.number,
        claimant: row.claimant ?? "",
        benefit: row.benefit,
        benefitName: benefitName([...known, ...context.services.policies.every()], row.benefit),
        town: row.town,
        townName: regionName(row.town),
        appliedOn: row.applied_on,
        state: row.state,
        stateLabel: claimStates.states[row.state].label,
        before: row.before_outcome,
        beforeLabel: LABELS[row.before_outcome],
        beforeFen: row.before_fen,
        after: row.after_outcome,
        afterLabel: LABELS[row.after_outcome],
        afterFen: row.after_fen,
        differenceFen: row.after_fen - row.before_fen,
        because: row.because,
      })),
      nextCursor,
    };
  },
});

export const exportImpact = exportOf(listImpact, {
  title: "政策草案的影响",
  columns: [
    { header: "申请编号", width: 18, value: (row) => row.claimNumber },
    { header: "申请人", width: 20, value: (row) => row.claimant },
    { header: "补贴", width: 28, value: (row) => row.benefitName },
    { header: "镇（街道）", width: 16, value: (row) => row.townName },
    { header: "申请日", value: (row) => row.appliedOn },
    { header: "申请状态", value: (row) => row.stateLabel },
    { header: "原结论", value: (row) => row.beforeLabel },
    { header: "原金额（元）", kind: "yuan", value: (row) => row.beforeFen },
    { header: "按草案", value: (row) => row.afterLabel },
    { header: "按草案金额（元）", kind: "yuan", value: (row) => row.afterFen },
    { header: "增减（元）", kind: "yuan", value: (row) => row.differenceFen },
    { header: "理由", width: 60, value: (row) => row.because },
  ],
});
