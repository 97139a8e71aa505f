import { inPlaceOf } from "../../training/index.ts";
import type { Case, Decision, Policy } from "@jinengtong/policy";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { claimStates } from "../claim-states.ts";
import { earlierClaims, reasonsNamingClaims } from "../case/earlier-claims.ts";
import { lockPersons, takeSlots } from "../grant/benefit-slots.ts";
import { insertDecisions, standsAsDecided, versioned, type VersionedDecision } from "../case/claim-decisions.ts";
import { heldBecause, holdsOn } from "../claim/claim-holds.ts";
import { type ClaimRow, currentDecisions, givenFen, lockClaims, readjudicate, stateOf } from "../claim/claim-record.ts";
import { redecideClaims } from "../claim/redecide-claims.ts";
import { announce } from "../claim/move-claims.ts";
import { reserveEach } from "../grant/reserve-each.ts";
import { slotsOf } from "../grant/slot-rules.ts";

export interface Approval {
  officerId: string;
  reason?: string;
  /** Sampled claims that were opened one by one. */
  sampled?: ReadonlySet<string>;
  /** Amounts (fen) that the officer saw; a changed amount isn't approved unseen. */
  expectedFen?: ReadonlyMap<string, number>;
}

export interface ApprovalOutcome {
  claimId: string;
  number: string;
  approvedFen: number | null;
  /** Reason for not approving. */
  refusal: { code: string; detail: string } | null;
}

interface Candidate {
  row: ClaimRow;
  policy: Policy;
  facts: Case;
  decision: Decision;
  /** Version of the first review. */
  version: number;
  decisionId: string;
}

/**
 * Approves claims in the second review, one or thousands: decides each again on current facts under its person's lock, takes its
 * slots and reserves the money, all in the caller's transaction. A claim that can't be approved gets the reason and stays as it
 * was.
 */
export async function approveClaims(
  context: Context,
  ids: readonly string[],
  approval: Approval,
): Promise<ApprovalOutcome[]> {
  await redecideClaims(context, ids);
  // Locked by id; of one person's claims the earlier one comes first.
  const rows = (await lockClaims(context.db, ids)).toSorted((a, b) => (a.number < b.number ? -1 : 1));
  const others = await inPlaceOf(
    context.db,
    rows.flatMap((row) => row.enrolment_id ?? []),
  );
  // The right of the one in whose place somebody trained is theirs to lose only once.
  await lockPersons(context, [
    ...rows.flatMap((row) => row.person_id ?? []),
    ...[...others.values()].map(({ principalId }) => principalId),
  ]);
  const outcomes: ApprovalOutcome[] = [];
  // One claim per person at a time, so that the next one's history holds it.
  for (let left = rows; left.length > 0;) {
    const seen = new Set<string>();
    const turn = left.filter((row) => row.person_id === null || (!seen.has(row.person_id) && seen.add(row.person_id)));
    const taken = new Set(turn.map((row) => row.id));
    left = left.filter((row) => !taken.has(row.id));
    outcomes.push(...(await approveTurn(context, turn, approval)));
  }
  return outcomes;
}

async function approveTurn(
  context: Context,
  rows: readonly ClaimRow[],
  approval: Approval,
): Promise<ApprovalOutcome[]> {
  const outcomes: ApprovalOutcome[] = [];
  const refuse = (row: ClaimRow, code: string, detail: string): void => {
    outcomes.push({ claimId: row.id, number: row.number, approvedFen: null, refusal: { code, detail } });
  };
  const ready = await readyRows(context, rows, refuse);
  const candidates = await decideAgain(context, ready, approval, refuse);
  const inPlace = await inPlaceOf(
    context.db,
    candidates.flatMap(({ row }) => row.enrolment_id ?? []),
  );
  const losers = await takeSlots(
    context,
    candidates.flatMap(({ row, policy, facts }) =>
      row.person_id === null || row.supplements !== null
        ? [] // A supplement is part of a grant that has its slots.
        : [
            {
              claimId: row.id,
              personId: row.person_id,
              principalId: inPlace.get(row.enrolment_id ?? "")?.principalId,
              wants: slotsOf(policy, facts),
            },
          ],
    ),
  );
  const numbers = await claimNumbers(context, [...losers.values()].flat());
  const withSlots = candidates.filter(({ row }) => {
    const holders = losers.get(row.id);
    if (holders !== undefined)
      refuse(
        row,
        "benefit-slot-taken",
        `该人员（替亲属参加的，也看那位亲属）的同类补贴已达上限，或同一职业同一等级已享受过（${earlierClaims(
          holders.flatMap((id) => numbers.get(id) ?? []),
        )}），本笔不能再批准。`,
      );
    return holders === undefined;
  });
  const reserved = await reserveEach(
    context,
    withSlots.map(({ row, decision }) => ({
      id: row.id,
      number: row.number,
      sourceId: row.source_id,
      amountFen: givenFen(row, decision),
      region: row.region,
    })),
  );
  const approved = withSlots.flatMap((candidate) => {
    const answer = reserved.get(candidate.row.id);
    if (answer === undefined || "refusal" in answer) {
      const refusal = answer?.refusal ?? { code: "not-reserved", detail: "资金没有预留，请稍后再试。" };
      refuse(candidate.row, refusal.code, refusal.detail);
      return [];
    }
    return [{ ...candidate, sourceId: answer.sourceId }];
  });
  await write(context, approved, approval);
  for (const { row, decision } of approved)
    outcomes.push({ claimId: row.id, number: row.number, approvedFen: givenFen(row, decision), refusal: null });
  return outcomes;
}

type Refuse = (row: ClaimRow, code: string, detail: string) => void;

/** Claims that wait for their second review, without objection or hold. */
async function readyRows(context: Context, rows: readonly ClaimRow[], refuse: Refuse): Promise<ClaimRow[]> {
  const open = await sql<{ claim_id: string }>`
    select claim_id from objection where claim_id = any(${rows.map((row) => row.id)}::uuid[]) and answered_at is null`.execute(
    context.db,
  );
  const disputed = new Set(open.rows.map((row) => row.claim_id));
  const held = await holdsOn(
    context.db,
    rows.map((row) => row.id),
  );
  return rows.filter((row) => {
    const state = stateOf(row);
    if (state !== "first-passed")
      refuse(row, "claim-state", `当前为“${claimStates.states[state].label}”，不在待复审状态。请刷新后再操作。`);
    else if (disputed.has(row.id))
      refuse(row, "claim-objected", "本人或他人对这笔申请有尚未答复的异议，答复前不能批准。");
    else if (held.has(row.id)) refuse(row, "claim-held", heldBecause(held.get(row.id)?.title ?? ""));
    else return true;
    return false;
  });
}

async function claimNumbers({ db }: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await db.selectFrom("claim").select(["id", "number"]).where("id", "in", ids).execute();
  return new Map(found.map(({ id, number }) => [id, number]));
}

async function decideAgain(
  context: Context,
  rows: readonly ClaimRow[],
  approval: Approval,
  refuse: Refuse,
): Promise<Candidate[]> {
  if (rows.length === 0) return [];
  const stored = await currentDecisions(context.db, rows);
  const reviewed = await firstPasses(
    context,
    rows.map((row) => row.id),
  );
  const candidates: Candidate[] = [];
  const newer: VersionedDecision[] = [];
  for (const { row, policy, facts, decision } of await readjudicate(context, rows)) {
    const before = stored.get(row.id);
    const first = reviewed.get(row.id);
    const amount = givenFen(row, decision);
    const expected = approval.expectedFen?.get(row.id) ?? row.asked_fen;
    if (!before || !first) refuse(row, "claim-state", "这笔申请没有有效的初审意见，请退回重新初审。");
    else if (first.officer_id === approval.officerId)
      refuse(row, "second-is-first", "初审和复审须由不同的人完成。请由另一位审核人员复审。");
    else if (row.submitted_by === approval.officerId)
      refuse(row, "reviewer-is-submitter", "申请由您本人提交，不能由您审核。");
    else if (decision.outcome !== "granted")
      refuse(
        row,
        "no-longer-granted",
        `按最新记录已不能享受：${await reasonsNamingClaims(context.db, row, { policy, facts, decision })}。请退回或作出不予补贴的决定。`,
      );
    else if (expected !== amount)
      refuse(row, "amount-changed", "按最新记录计算的金额与您看到的不同。请刷新页面，核对新的金额后再批准。");
    else {
      const again = standsAsDecided(before, { facts, policy })
        ? null
        : versioned(row.id, before.version + 1, facts, decision);
      if (again) newer.push(again);
      candidates.push({ row, policy, facts, decision, version: first.version, decisionId: again?.id ?? before.id });
    }
  }
  await insertDecisions(context.db, newer);
  return candidates;
}

/** First review that passed each claim's latest version. */
async function firstPasses(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, { version: number; officer_id: string }>> {
  const found = await sql<{ claim_id: string; version: number; officer_id: string }>`
    select distinct on (claim_id) claim_id, version, officer_id from claim_review
    where claim_id = any(${[...ids]}::uuid[]) and round = 1 and verdict = 'pass' order by claim_id, version desc`.execute(
    context.db,
  );
  return new Map(found.rows.map(({ claim_id, ...review }) => [claim_id, review]));
}

async function write(
  context: Context,
  approved: readonly (Candidate & { sourceId: string | null })[],
  approval: Approval,
): Promise<void> {
  if (approved.length === 0) return;
  const ids = approved.map(({ row }) => row.id);
  const amounts = approved.map(({ row, decision }) => givenFen(row, decision));
  const decisions = approved.map(({ decisionId }) => decisionId);
  const sampled = ids.map((id) => approval.sampled?.has(id) ?? false);
  await sql`
    insert into claim_review (claim_id, version, round, verdict, officer_id, submitted_by, decision_id, amount_fen, sampled, reason)
    select r.claim_id, r.version, 2, 'pass', ${approval.officerId}, c.submitted_by, r.decision_id, r.fen, r.sampled, ${approval.reason ?? ""}
    from unnest(${ids}::uuid[], ${approved.map(({ version }) => version)}::int[], ${decisions}::uuid[], ${amounts}::bigint[],
      ${sampled}::boolean[]) as r(claim_id, version, decision_id, fen, sampled)
    join claim c on c.id = r.claim_id`.execute(context.db);
  await sql`select set_config('app.reason', ${approval.reason ?? ""}, true)`.execute(context.db);
  await sql`
    update claim c set state = 'approved', approved_fen = r.fen, decision_id = r.decision_id, source_id = r.source_id,
      updated_at = ${context.now}
    from unnest(${ids}::uuid[], ${amounts}::bigint[], ${decisions}::uuid[],
      ${approved.map(({ sourceId }) => sourceId)}::uuid[]) as r(id, fen, decision_id, source_id)
    where c.id = r.id`.execute(context.db);
  const recoveries = approved.filter(({ decision }) => decision.recoverFen > 0);
  for (const { row, decision } of recoveries)
    await context.emit("claim-recovery-due", { claimId: row.id, recoverFen: decision.recoverFen });
  await announce(context, ids, "approved");
}
