import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";
import { Text } from "../../kernel/shapes.ts";
import { reasonsNamingClaims } from "../case/earlier-claims.ts";
import { standsAsDecided } from "../case/claim-decisions.ts";
import { refuseHeld } from "../claim/claim-holds.ts";
import {
  type ClaimRow,
  currentDecisions,
  givenFen,
  lockClaim,
  mustBe,
  newVersion,
  readjudicate,
} from "../claim/claim-record.ts";
import type { ClaimState } from "../claim-states.ts";
import { redecideClaims } from "../claim/redecide-claims.ts";
import { moveClaim } from "../claim/move-claims.ts";

export const ReviewBody = z.strictObject({
  verdict: z.enum(["pass", "return", "refuse"]),
  reason: Text(500, 2).optional().describe("退回或不予补贴时必填，申请人看得到"),
  amountFen: z.number().int().nonnegative().optional().describe("审核时看到的金额（分）；与最新计算不同时不予通过"),
});

const LEADS_TO: Record<"return" | "refuse", ClaimState> = { return: "returned", refuse: "refused" };

/** Records a review; the database enforces two different officers, neither the submitter, one review each per version. */
export async function recordReview(
  context: Context,
  row: ClaimRow,
  review: {
    round: 1 | 2;
    version: number;
    decisionId: string;
    verdict: "pass" | "return" | "refuse";
    amountFen: number | null;
    reason: string;
  },
): Promise<void> {
  await context.db
    .insertInto("claim_review")
    .values({
      claim_id: row.id,
      version: review.version,
      round: review.round,
      verdict: review.verdict,
      officer_id: context.actor.accountId,
      submitted_by: row.submitted_by ?? "",
      decision_id: review.decisionId,
      amount_fen: review.amountFen,
      reason: review.reason,
    })
    .execute();
}

/** Returns or refuses a claim, in either round, with the reason for its person. */
export async function turnDown(
  context: Context,
  row: ClaimRow,
  round: 1 | 2,
  verdict: "return" | "refuse",
  reason: string | undefined,
): Promise<void> {
  if (reason === undefined)
    throw unacceptable("reason-missing", "退回或不予补贴须写明理由，申请人据此补正或申诉。", [
      { pointer: "/reason", detail: "此项必填" },
    ]);
  const decision = (await currentDecisions(context.db, [row])).get(row.id);
  if (!decision || row.decision_id === null) throw conflict("claim-state", "这笔申请还没有裁定结果，请刷新后再审。");
  const version = round === 1 ? decision.version : await reviewedVersion(context, row.id, decision.version);
  await recordReview(context, row, { round, version, decisionId: decision.id, verdict, amountFen: null, reason });
  await moveClaim(context, row.id, LEADS_TO[verdict], { reason });
}

/** Version of the first review: the second review belongs to it, even if facts have changed since. */
async function reviewedVersion(context: Context, claimId: string, fallback: number): Promise<number> {
  const found = await sql<{ version: number | null }>`
    select max(version) as version from claim_review where claim_id = ${claimId} and round = 1 and verdict = 'pass'`.execute(
    context.db,
  );
  return found.rows[0]?.version ?? fallback;
}

/** Passes the first review on current facts, stored as a new version if they changed since submission. */
export async function passFirst(
  context: Context,
  id: string,
  given: { reason?: string | undefined; amountFen?: number | undefined },
): Promise<void> {
  await redecideClaims(context, [id]);
  const row = await lockClaim(context.db, id);
  mustBe(row, ["submitted"]);
  await refuseDisputed(context, id);
  await refuseHeld(context, [id]);
  const before = (await currentDecisions(context.db, [row])).get(id);
  const [now] = await readjudicate(context, [row]);
  if (!before || !now) throw conflict("claim-state", "这笔申请还没有裁定结果，请刷新后再审。");
  if (now.decision.outcome !== "granted")
    throw conflict(
      "not-granted",
      `按最新记录不能享受：${await reasonsNamingClaims(context.db, row, now)}。请退回补正或作出不予补贴的决定。`,
    );
  const amount = givenFen(row, now.decision);
  if (given.amountFen !== undefined && given.amountFen !== amount)
    throw conflict("amount-changed", "按最新记录计算的金额与您看到的不同。请刷新页面，核对后再审。", {
      amountFen: amount,
    });
  const current = standsAsDecided(before, now) ? before : await newVersion(context, row);
  await recordReview(context, row, {
    round: 1,
    version: current.version,
    decisionId: current.id,
    verdict: "pass",
    amountFen: amount,
    reason: given.reason ?? "",
  });
  await moveClaim(context, id, "first-passed", given.reason === undefined ? {} : { reason: given.reason });
}

async function refuseDisputed(context: Context, claimId: string): Promise<void> {
  const open = await context.db
    .selectFrom("objection")
    .select("id")
    .where("claim_id", "=", claimId)
    .where("answered_at", "is", null)
    .executeTakeFirst();
  if (open) throw conflict("claim-objected", "对这笔申请有尚未答复的异议，答复前不能通过。请先核查并答复。");
}
