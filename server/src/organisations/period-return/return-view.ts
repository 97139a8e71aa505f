import { checkReturn, periodTitle, ReturnForm, type ReturnFault } from "@jinengtong/returns";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { CivilDate, Id, Instant } from "../../kernel/shapes.ts";
import { findReturn, type ReturnRecord, sumsOf } from "./return-record.ts";
import { OPEN, returnStates } from "./return-states.ts";

export const ReturnStateName = z.enum(["draft", "submitted", "agreed", "returned", "accepted", "locked", "reopened"]);

export const FormCode = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/u, "表的编号不正确");
export const PeriodCode = z
  .string()
  .regex(/^20\d\d(?:-(?:0[1-9]|1[0-2]|Q[1-4]))?$/u, "期间应写成 2026、2026-03 或 2026-Q1");

export const Fault = z.strictObject({
  pointer: z.string(),
  level: z.enum(["error", "warning"]),
  message: z.string(),
});

export const Numbers = z.record(z.string(), z.number());

const Step = z.strictObject({
  state: ReturnStateName,
  label: z.string(),
  at: Instant,
  by: z.string().nullable(),
  reason: z.string().nullable(),
});

const Version = z.strictObject({
  version: z.number().int(),
  submittedAt: Instant,
  submittedBy: z.string(),
  rowCount: z.number().int(),
  late: z.boolean(),
});

/** A return as its reporter and the bureau see it: the form whole, what was typed, what it comes to, and what happened to it. */
export const ReturnShown = z.strictObject({
  id: Id,
  form: ReturnForm,
  period: z.string(),
  periodTitle: z.string(),
  organisationId: Id,
  organisation: z.string(),
  dueOn: CivilDate,
  late: z.boolean().describe("逾期：到期没有报送，或首次报送晚于期限"),
  state: ReturnStateName,
  stateLabel: z.string(),
  version: z.number().int(),
  figures: z.record(z.string(), z.union([z.string(), z.number()])).describe("填报的数，金额以分计"),
  reckoned: Numbers.describe("按表计算的数"),
  rowSums: Numbers.describe("明细合计，供页面计算"),
  faults: z.array(Fault).describe("提交前须改的和提示"),
  note: z.string().nullable(),
  rowCount: z.number().int(),
  reason: z.string().nullable().describe("最近一次退回或重新打开的理由"),
  mayEdit: z.boolean(),
  mayAgree: z.boolean().describe("本人可以作为负责人审核：不是自己提交的"),
  mayDecide: z.boolean().describe("可以接受或退回"),
  steps: z.array(Step),
  versions: z.array(Version),
});

/** Whether it counts as late today. */
export const isLate = (today: string, dueOn: string, firstSubmittedOn: string | null): boolean =>
  (firstSubmittedOn ?? today) > dueOn;

export const faultsOf = (faults: readonly ReturnFault[]): z.output<typeof Fault>[] =>
  faults.map((fault) => ({ ...fault }));

const defined = (figures: Readonly<Record<string, string | number | undefined>>): Record<string, string | number> =>
  Object.fromEntries(Object.entries(figures).flatMap(([code, value]) => (value === undefined ? [] : [[code, value]])));

export async function showReturn(context: Context, id: string): Promise<z.output<typeof ReturnShown>> {
  const given = await findReturn(context, id);
  const [organisation, sums, steps, versions] = await Promise.all([
    context.db
      .selectFrom("organisation")
      .select("name")
      .where("id", "=", given.organisationId)
      .executeTakeFirstOrThrow(),
    sumsOf(context, id, given.form),
    sql<{ state: z.output<typeof ReturnStateName>; at: Date; by: string | null; reason: string | null }>`
      select h.to_state as state, h.at, a.name as by, h.reason from state_history h left join account a on a.id = h.account_id
      where h.machine = 'period-return' and h.subject_id = ${id} order by h.id`.execute(context.db),
    sql<{ version: number; submittedAt: Date; submittedBy: string; rowCount: number; late: boolean }>`
      select v.version, v.submitted_at as "submittedAt", coalesce(a.name, '') as "submittedBy", v.row_count as "rowCount", v.late
      from period_return_version v left join account a on a.id = v.submitted_by where v.return_id = ${id} order by v.version`.execute(
      context.db,
    ),
  ]);
  const { figures, faults } = checkReturn(given.form, given.figures, sums);
  const { role, accountId, organisationId } = context.actor;
  const own = organisationId === given.organisationId;
  const headFirst = given.form.headFirst === true;
  return {
    id,
    form: given.form,
    period: given.period,
    periodTitle: periodTitle(given.period),
    organisationId: given.organisationId,
    organisation: organisation.name,
    dueOn: given.dueOn as z.output<typeof CivilDate>,
    late: isLate(context.today, given.dueOn, given.firstSubmittedOn),
    state: given.state,
    stateLabel: returnStates.states[given.state].label,
    version: given.version,
    figures: defined(given.figures),
    reckoned: Object.fromEntries(figures),
    rowSums: { ...sums },
    faults: faultsOf(faults),
    note: given.note,
    rowCount: given.rowCount,
    reason: steps.rows.findLast(({ state }) => state === "returned" || state === "reopened")?.reason ?? null,
    mayEdit: own && OPEN.includes(given.state) && role !== "reviewer",
    mayAgree:
      own && role === "department" && headFirst && given.state === "submitted" && given.submittedBy !== accountId,
    mayDecide: role === "reviewer" && given.state === (headFirst ? "agreed" : "submitted"),
    steps: steps.rows.map(({ at, ...step }) => ({
      ...step,
      label: returnStates.states[step.state].label,
      at: at.toISOString(),
    })),
    versions: versions.rows.map(({ submittedAt, ...version }) => ({
      ...version,
      submittedAt: submittedAt.toISOString(),
    })),
  };
}

/** 2026年3月补贴性培训情况月报 */
export const returnTitle = ({ form, period }: Pick<ReturnRecord, "form" | "period">): string =>
  `${periodTitle(period)}${form.title}`;

/** Days until a day; negative once it passed. */
export const daysUntil = (today: string, day: string): number =>
  Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
