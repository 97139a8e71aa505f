import { z } from "zod";
import type { Database } from "../../kernel/database.ts";
import { sql } from "../../kernel/database.ts";
import { CivilDate, Fen, Id, Instant } from "../../kernel/shapes.ts";
import { type RedecisionState, redecisionStates } from "../redecision-states.ts";

/** A redecision in lists and at the head of its page. */
export const RedecisionLine = z.strictObject({
  id: Id,
  policyId: z.string(),
  title: z.string().describe("更正了什么"),
  from: CivilDate,
  because: z.string(),
  state: z.enum(Object.keys(redecisionStates.states) as [RedecisionState, ...RedecisionState[]]),
  stateLabel: z.string(),
  askedBy: z.string(),
  askedAt: Instant,
  total: z.number().int().describe("要裁定的件数"),
  decided: z.number().int().describe("已裁定的件数"),
  firstBy: z.string().nullable(),
  firstAt: Instant.nullable(),
  secondBy: z.string().nullable(),
  secondAt: Instant.nullable(),
  maySign: z.boolean().describe("现在轮到签字，且本人没有签过"),
});

export interface RedecisionRow {
  id: string;
  policy_id: string;
  title: string;
  from_day: z.output<typeof CivilDate>;
  because: string;
  state: RedecisionState;
  asked_by: string;
  asked_at: Date;
  total: number;
  decided: number;
  first_id: string | null;
  first_by: string | null;
  first_at: Date | null;
  second_by: string | null;
  second_at: Date | null;
}

/** SQL: redecisions with the names of who asked and signed. */
export const REDECISIONS = sql`
  x.id, x.policy_id, x.title, x.from_day, x.because, x.state, a.name as asked_by, x.asked_at, x.total, x.decided,
  x.first_by as first_id, f.name as first_by, x.first_at, s.name as second_by, x.second_at`;
export const REDECISIONS_FROM = sql`
  redecision x join account a on a.id = x.asked_by left join account f on f.id = x.first_by left join account s on s.id = x.second_by`;

export const viewRedecision = (
  row: RedecisionRow,
  actor: { accountId: string; role: string },
): z.output<typeof RedecisionLine> => ({
  id: row.id,
  policyId: row.policy_id,
  title: row.title,
  from: row.from_day,
  because: row.because,
  state: row.state,
  stateLabel: redecisionStates.states[row.state].label,
  askedBy: row.asked_by,
  askedAt: row.asked_at.toISOString(),
  total: row.total,
  decided: row.decided,
  firstBy: row.first_by,
  firstAt: row.first_at?.toISOString() ?? null,
  secondBy: row.second_by,
  secondAt: row.second_at?.toISOString() ?? null,
  maySign:
    actor.role === "reviewer" &&
    (row.state === "listed" || (row.state === "signed" && row.first_id !== actor.accountId)),
});

export const Sums = z.strictObject({
  cases: z.number().int(),
  changed: z.number().int().describe("结论或金额有变化"),
  incomplete: z.number().int().describe("按更正后的政策还缺资料，单列，不据此追回"),
  gained: z.number().int().describe("由不能享受变为可享受"),
  lost: z.number().int().describe("由可享受变为不能享受"),
  moreFen: Fen.describe("应补发合计"),
  lessFen: Fen.describe("应追回、核减合计"),
});

/** SQL sums over `redecision_row r`: money counts where a step follows from it. */
export const SUMS = sql`
  count(*)::int as cases,
  count(*) filter (where r.outcome <> r.old_outcome or r.difference_fen <> 0)::int as changed,
  count(*) filter (where r.outcome = 'incomplete' and r.old_outcome <> 'incomplete')::int as incomplete,
  count(*) filter (where r.outcome = 'granted' and r.old_outcome <> 'granted')::int as gained,
  count(*) filter (where r.outcome = 'refused' and r.old_outcome = 'granted')::int as lost,
  coalesce(sum(r.difference_fen) filter (where r.step <> 'none' and r.difference_fen > 0), 0)::bigint as "moreFen",
  coalesce(-sum(r.difference_fen) filter (where r.step <> 'none' and r.difference_fen < 0), 0)::bigint as "lessFen"`;

export async function sumsOf(db: Database, id: string): Promise<z.output<typeof Sums>> {
  const found = await sql<z.output<typeof Sums>>`
    select ${SUMS} from redecision_row r where r.redecision_id = ${id}`.execute(db);
  return found.rows[0] as z.output<typeof Sums>;
}
