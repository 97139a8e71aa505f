import { adjudicate, type Case, type Outcome } from "@jinengtong/policy";
import type { Context } from "../../kernel/context.ts";
import { json, sql } from "../../kernel/database.ts";
import type { Subscription } from "../../kernel/queue.ts";
import { moveState } from "../../kernel/states.ts";
import type { ClaimState } from "../claim-states.ts";
import { storedCase } from "../programme/trace.ts";
import { type RedecisionState, redecisionStates } from "../redecision-states.ts";
import { stepOf } from "./follow-up.ts";
import { CorrectedLaw, correctionOf, type Redecided, whyDifferent } from "./run-law.ts";

/** Cases of one job: its transaction is short, and one that is interrupted loses no more. */
const CHUNK = 1_000;

interface RunRow {
  policy_id: string;
  policy_digest: string | null;
  parameter_id: number | null;
  from_day: string;
  reached: string;
  state: RedecisionState;
}

/** A claim with the decision it stands on, and the amount that stands: an earlier redecision may have changed it. */
export interface StoredRow {
  id: string;
  number: string;
  benefit: string;
  town: string;
  applied_on: string;
  state: ClaimState;
  decision_id: string;
  facts: Case;
  policy_digest: string;
  outcome: Outcome;
  recover_fen: number;
  stood_fen: number;
  /** Supplements whose money is under way. */
  supplements_open: number;
}

/** SQL: claims that are no supplements, with what `StoredRow` says. */
export const STORED = sql`
  select c.id, c.number, c.benefit, c.town, c.applied_on, c.state, d.id as decision_id, d.facts, d.policy_digest, d.outcome, d.recover_fen,
    coalesce((select r.amount_fen from redecision_row r join redecision x on x.id = r.redecision_id
      where r.claim_id = c.id and r.state = 'done' and r.step in ('supplement', 'recover') order by x.second_at desc limit 1),
      d.amount_fen) as stood_fen,
    (select count(*)::int from claim k where k.supplements = c.id
      and k.state not in ('paid', 'declined', 'lapsed', 'withdrawn', 'refused', 'cancelled', 'recovered')) as supplements_open
  from claim c join claim_decision d on d.id = c.decision_id
  where c.supplements is null`;

/** Decides the next cases of a redecision into its list, then asks for the job of those behind them. */
export const decideStored: Subscription<"redecision-due"> = {
  event: "redecision-due",
  name: "decide-stored",
  title: "按更正的政策逐笔重新裁定",
  async run(context, { redecisionId }) {
    const found = await sql<RunRow>`
      select policy_id, policy_digest, parameter_id, from_day, reached, state from redecision where id = ${redecisionId} for update`.execute(
      context.db,
    );
    const run = found.rows[0];
    if (run?.state !== "deciding") return;
    const law = new CorrectedLaw(context, await correctionOf(context, run));
    const rows = (
      await sql<StoredRow>`
        ${STORED} and c.policy_id = ${run.policy_id} and c.applied_on >= ${run.from_day} and c.id > ${run.reached}
        order by c.id limit ${CHUNK}`.execute(context.db)
    ).rows;
    await insertRows(context, redecisionId, rows, law);
    const last = rows.at(-1);
    await sql`
      update redecision set decided = decided + ${rows.length}, reached = ${last?.id ?? run.reached}
      where id = ${redecisionId}`.execute(context.db);
    if (rows.length === CHUNK) await context.emit("redecision-due", { redecisionId }, { urgent: true });
    else {
      await moveState(context, redecisionStates, redecisionId, "listed");
      await sql`update redecision set listed_at = ${context.now}, total = decided where id = ${redecisionId}`.execute(
        context.db,
      );
    }
  },
};

async function insertRows(
  context: Context,
  redecisionId: string,
  rows: readonly StoredRow[],
  law: CorrectedLaw,
): Promise<void> {
  const made: object[] = [];
  for (const row of rows) {
    const now = await law.decide(row);
    if (now) made.push(listed(context, redecisionId, row, now));
  }
  if (made.length === 0) return;
  await sql`
    insert into redecision_row (redecision_id, claim_id, decision_id, number, benefit, town, applied_on, policy_digest, facts,
      old_outcome, old_fen, outcome, amount_fen, difference_fen, because, step, state)
    select r.*, 'listed' from jsonb_to_recordset(${json(made)}::jsonb) as r(
      redecision_id uuid, claim_id uuid, decision_id uuid, number text, benefit text, town text, applied_on date, policy_digest text,
      facts jsonb, old_outcome text, old_fen bigint, outcome text, amount_fen bigint, difference_fen bigint, because text, step text)`.execute(
    context.db,
  );
}

function listed(context: Context, redecisionId: string, row: StoredRow, now: Redecided): object {
  const { outcome, fen, isDifferent, step } = judged(row, now);
  const old = isDifferent ? storedCase(context.services, row) : null;
  return {
    redecision_id: redecisionId,
    claim_id: row.id,
    decision_id: row.decision_id,
    number: row.number,
    benefit: row.benefit,
    town: row.town,
    applied_on: row.applied_on,
    policy_digest: now.policy.digest,
    facts: isDifferent ? now.facts : null,
    old_outcome: row.outcome,
    old_fen: row.stood_fen,
    outcome,
    amount_fen: fen,
    difference_fen: isDifferent ? fen - row.stood_fen : 0,
    because: isDifferent ? whyDifferent(old && adjudicate(old.policy, old.facts), now) : "",
    step,
  };
}

/** A stored claim against its new decision. */
export function judged(row: StoredRow, now: Redecided) {
  const outcome: Outcome = now.decision?.outcome ?? "incomplete";
  const fen = now.decision?.amountFen ?? 0;
  const step = stepOf(
    {
      state: row.state,
      outcome: row.outcome,
      fen: row.stood_fen,
      entangled: (now.decision?.recoverFen ?? row.recover_fen) !== row.recover_fen || row.supplements_open > 0,
    },
    { outcome, fen },
  );
  return { outcome, fen, step, isDifferent: outcome !== row.outcome || fen !== row.stood_fen };
}
