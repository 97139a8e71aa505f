import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Approval, ApprovalOutcome } from "./approve-claims.ts";
import { reasonsNamingClaims } from "../case/earlier-claims.ts";
import { insertDecisions, standsAsDecided, versioned, type VersionedDecision } from "../case/claim-decisions.ts";
import { heldBecause, holdsOn } from "../claim/claim-holds.ts";
import { type ClaimRow, currentDecisions, givenFen, lockClaims, readjudicate, stateOf } from "../claim/claim-record.ts";
import { claimStates } from "../claim-states.ts";
import { redecideClaims } from "../claim/redecide-claims.ts";
import { announce } from "../claim/move-claims.ts";

interface Passed {
  row: ClaimRow;
  version: number;
  decisionId: string;
  fen: number;
}

/** Passes many claims in the first review, each decided again on current facts. Returns the result of each; amounts in fen. */
export async function passFirstMany(
  context: Context,
  ids: readonly string[],
  approval: Approval,
): Promise<ApprovalOutcome[]> {
  await redecideClaims(context, ids);
  const rows = await lockClaims(context.db, ids);
  const outcomes: ApprovalOutcome[] = [];
  const refuse = (row: ClaimRow, code: string, detail: string): void => {
    outcomes.push({ claimId: row.id, number: row.number, approvedFen: null, refusal: { code, detail } });
  };
  const ready = rows.filter((row) => {
    const state = stateOf(row);
    if (state !== "submitted")
      refuse(row, "claim-state", `当前为“${claimStates.states[state].label}”，不在待初审状态。`);
    else if (row.submitted_by === approval.officerId)
      refuse(row, "reviewer-is-submitter", "申请由您本人提交，不能由您审核。");
    else return true;
    return false;
  });
  if (ready.length === 0) return outcomes;
  const disputed = await openObjections(
    context,
    ready.map((row) => row.id),
  );
  const held = await holdsOn(
    context.db,
    ready.map((row) => row.id),
  );
  const stored = await currentDecisions(context.db, ready);
  const newer: VersionedDecision[] = [];
  const passed: Passed[] = [];
  for (const { row, policy, facts, decision } of await readjudicate(context, ready)) {
    const before = stored.get(row.id);
    if (disputed.has(row.id)) refuse(row, "claim-objected", "有尚未答复的异议，答复前不能通过。");
    else if (held.has(row.id)) refuse(row, "claim-held", heldBecause(held.get(row.id)?.title ?? ""));
    else if (!before || decision.outcome !== "granted")
      refuse(
        row,
        "not-granted",
        `按最新记录不能享受：${await reasonsNamingClaims(context.db, row, { policy, facts, decision })}。`,
      );
    else {
      const again = standsAsDecided(before, { facts, policy })
        ? null
        : versioned(row.id, before.version + 1, facts, decision);
      if (again) newer.push(again);
      const current = again ?? before;
      passed.push({ row, version: current.version, decisionId: current.id, fen: givenFen(row, decision) });
    }
  }
  await insertDecisions(context.db, newer);
  await write(context, passed, approval);
  for (const { row, fen } of passed)
    outcomes.push({ claimId: row.id, number: row.number, approvedFen: fen, refusal: null });
  return outcomes;
}

async function openObjections(context: Context, ids: readonly string[]): Promise<Set<string>> {
  const found = await sql<{ claim_id: string }>`
    select claim_id from objection where claim_id = any(${[...ids]}::uuid[]) and answered_at is null`.execute(
    context.db,
  );
  return new Set(found.rows.map((row) => row.claim_id));
}

async function write(context: Context, passed: readonly Passed[], approval: Approval): Promise<void> {
  if (passed.length === 0) return;
  const ids = passed.map(({ row }) => row.id);
  const fen = passed.map((one) => one.fen);
  const decisions = passed.map(({ decisionId }) => decisionId);
  await sql`
    insert into claim_review (claim_id, version, round, verdict, officer_id, submitted_by, decision_id, amount_fen, sampled, reason)
    select r.claim_id, r.version, 1, 'pass', ${approval.officerId}, c.submitted_by, r.decision_id, r.fen, r.sampled, ${approval.reason ?? ""}
    from unnest(${ids}::uuid[], ${passed.map(({ version }) => version)}::int[], ${decisions}::uuid[], ${fen}::bigint[],
      ${ids.map((id) => approval.sampled?.has(id) ?? false)}::boolean[]) as r(claim_id, version, decision_id, fen, sampled)
    join claim c on c.id = r.claim_id`.execute(context.db);
  await sql`select set_config('app.reason', ${approval.reason ?? ""}, true)`.execute(context.db);
  await sql`
    update claim c set state = 'first-passed', asked_fen = r.fen, decision_id = r.decision_id, updated_at = ${context.now}
    from unnest(${ids}::uuid[], ${fen}::bigint[], ${decisions}::uuid[]) as r(id, fen, decision_id)
    where c.id = r.id`.execute(context.db);
  await announce(context, ids, "first-passed");
}
