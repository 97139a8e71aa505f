import { benefitName } from "@jinengtong/policy";
import { regionName } from "@jinengtong/county";
import { REDECISION_ROW_STATES, REDECISION_STEPS } from "@jinengtong/words";
import { z } from "zod";
import { countyWide } from "../../kernel/county-wide.ts";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, CivilDate, Fen, Id, pageOf } from "../../kernel/shapes.ts";
import { byDate, byNumber, byText, type Placed, sortable } from "../../kernel/sorting.ts";
import type { Step } from "./follow-up.ts";

const Outcome = z.enum(["granted", "refused", "incomplete"]);
const StepName = z.enum(Object.keys(REDECISION_STEPS) as [Step, ...Step[]]);
const RowState = z.enum(
  Object.keys(REDECISION_ROW_STATES) as [keyof typeof REDECISION_ROW_STATES, ...(keyof typeof REDECISION_ROW_STATES)[]],
);

const Line = z.strictObject({
  claimId: Id,
  number: z.string(),
  who: z.string(),
  benefit: z.string(),
  benefitName: z.string(),
  town: z.string(),
  appliedOn: CivilDate,
  oldOutcome: Outcome,
  oldFen: Fen,
  outcome: Outcome,
  amountFen: Fen,
  differenceFen: z.number().int(),
  because: z.string(),
  step: StepName,
  stepLabel: z.string(),
  state: RowState,
  stateLabel: z.string(),
  note: z.string(),
});

interface Row {
  claim_id: string;
  number: string;
  who: string;
  benefit: string;
  town: string;
  applied_on: z.output<typeof CivilDate>;
  old_outcome: z.output<typeof Outcome>;
  old_fen: number;
  outcome: z.output<typeof Outcome>;
  amount_fen: number;
  difference_fen: number;
  because: string;
  step: Step;
  state: z.output<typeof RowState>;
  note: string;
}

const ORDER = sortable({
  columns: {
    number: byText("r.number"),
    appliedOn: byDate("r.applied_on"),
    differenceFen: byNumber("r.difference_fen + 4503599627370496"),
    amountFen: byNumber("r.amount_fen"),
  },
  unique: byText("r.number"),
  usual: "number",
});

/** `GET /api/v1/redecisions/:id/rows`: the cases decided again: who, before, now, difference, why, and the step that follows. */
export const listRedecisionRows = operation({
  method: "GET",
  path: "/api/v1/redecisions/:id/rows",
  summary: "追溯裁定的清单",
  permission: { roles: ["reviewer", "finance", "auditor"], over: countyWide },
  params: ById,
  query: ORDER.query.extend({
    benefit: z.string().max(40).optional(),
    town: z.string().max(9).optional(),
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "须为年月，如 2026-03")
      .optional(),
    outcome: Outcome.optional(),
    step: StepName.optional(),
    state: RowState.optional(),
    changed: z.enum(["true", "false"]).optional().describe("只看有变化的，或没有变化的"),
  }),
  output: pageOf(Line),
  async run(context, { params, query }) {
    const page = ORDER.page(query);
    const { benefit, town, month, outcome, step, state, changed } = query;
    const parts = [sql<boolean>`r.redecision_id = ${params.id}`];
    if (benefit !== undefined) parts.push(sql<boolean>`r.benefit = ${benefit}`);
    if (town !== undefined) parts.push(sql<boolean>`starts_with(r.town, ${town})`);
    if (month !== undefined) parts.push(sql<boolean>`to_char(r.applied_on, 'YYYY-MM') = ${month}`);
    if (outcome !== undefined) parts.push(sql<boolean>`r.outcome = ${outcome}`);
    if (step !== undefined) parts.push(sql<boolean>`r.step = ${step}`);
    if (state !== undefined) parts.push(sql<boolean>`r.state = ${state}`);
    if (changed !== undefined)
      parts.push(sql<boolean>`(r.outcome <> r.old_outcome or r.difference_fen <> 0) = ${changed === "true"}`);
    const { rows, nextCursor } = await page.read(
      context.db,
      sql<Placed<Row>>`
      select r.claim_id, r.number, coalesce(p.name, o.name, '') as who, r.benefit, r.town, r.applied_on, r.old_outcome, r.old_fen, r.outcome,
        r.amount_fen, r.difference_fen, r.because, r.step, r.state, r.note, ${page.place}
      from redecision_row r join claim c on c.id = r.claim_id left join person p on p.id = c.person_id
      left join organisation o on o.id = c.organisation_id
      where ${sql.join(parts, sql` and `)} and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    const policies = context.services.policies.every();
    return {
      rows: rows.map((row) => ({
        claimId: row.claim_id,
        number: row.number,
        who: row.who,
        benefit: row.benefit,
        benefitName: benefitName(policies, row.benefit),
        town: row.town,
        appliedOn: row.applied_on,
        oldOutcome: row.old_outcome,
        oldFen: row.old_fen,
        outcome: row.outcome,
        amountFen: row.amount_fen,
        differenceFen: row.difference_fen,
        because: row.because,
        step: row.step,
        stepLabel: REDECISION_STEPS[row.step],
        state: row.state,
        stateLabel: REDECISION_ROW_STATES[row.state],
        note: row.note,
      })),
      nextCursor,
    };
  },
});

export const OUTCOME_WORDS = { granted: "可享受", refused: "不能享受", incomplete: "还缺资料" } as const;

export const exportRedecisionRows = exportOf(listRedecisionRows, {
  title: "追溯裁定清单",
  columns: [
    { header: "申请编号", width: 16, value: (row) => row.number },
    { header: "申请人", width: 20, value: (row) => row.who },
    { header: "补贴", width: 28, value: (row) => row.benefitName },
    { header: "镇街", value: (row) => regionName(row.town) },
    { header: "申请日期", value: (row) => row.appliedOn },
    { header: "原结论", value: (row) => OUTCOME_WORDS[row.oldOutcome] },
    { header: "原金额（元）", kind: "yuan", value: (row) => row.oldFen },
    { header: "新结论", value: (row) => OUTCOME_WORDS[row.outcome] },
    { header: "新金额（元）", kind: "yuan", value: (row) => row.amountFen },
    { header: "差额（元）", kind: "yuan", value: (row) => row.differenceFen },
    { header: "原因", width: 40, value: (row) => row.because },
    { header: "怎么办理", value: (row) => row.stepLabel },
    { header: "办理情况", value: (row) => row.stateLabel },
    { header: "说明", width: 40, value: (row) => row.note },
  ],
});
