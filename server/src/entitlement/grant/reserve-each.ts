import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { Problem } from "../../kernel/problem.ts";
import { isRetryable } from "../../kernel/refusals.ts";
import { type ClaimToReserve, release, reserve, reserveMany } from "./approval-hooks.ts";
import { giveBackSlots } from "./benefit-slots.ts";

interface Refusal {
  code: string;
  detail: string;
}
export type ReservationAnswer = { sourceId: string | null } | { refusal: Refusal };

/**
 * Reserves money for claims. One claim: a refusal is thrown in the fund's own words. Many: together if the quota suffices, else by
 * bisection in order until it is used up; an unfunded claim releases its slots.
 */
export async function reserveEach(
  context: Context,
  claims: readonly ClaimToReserve[],
): Promise<Map<string, ReservationAnswer>> {
  const answers = new Map<string, ReservationAnswer>(claims.map((claim) => [claim.id, { sourceId: claim.sourceId }]));
  const costing = claims.filter((claim) => claim.amountFen > 0);
  const [only] = costing;
  if (!only) return answers;
  if (claims.length === 1) return answers.set(only.id, await reserve(context, only));
  await reserveRange(context, costing, answers, new Map());
  const lost = costing.filter((claim) => "refusal" in (answers.get(claim.id) ?? {})).map((claim) => claim.id);
  if (lost.length > 0) await giveBackSlots(context, lost);
  return answers;
}

/** Smallest refused amount by source and region: within a transaction the quota only shrinks. */
type Refused = Map<string, { fen: number; refusal: Refusal }>;

async function reserveRange(
  context: Context,
  claims: readonly ClaimToReserve[],
  answers: Map<string, ReservationAnswer>,
  refused: Refused,
): Promise<void> {
  const left: ClaimToReserve[] = [];
  for (const claim of claims) {
    const least = refused.get(poolOf(claim));
    if (least && claim.amountFen >= least.fen) answers.set(claim.id, { refusal: least.refusal });
    else left.push(claim);
  }
  const [only] = left;
  if (!only) return;
  const together = await attempt(context, () => reserveMany(context, left));
  if ("value" in together) {
    for (const [at, claim] of left.entries()) answers.set(claim.id, together.value[at] ?? { sourceId: claim.sourceId });
  } else if (left.length === 1) {
    refused.set(poolOf(only), { fen: only.amountFen, refusal: together.refusal });
    answers.set(only.id, { refusal: together.refusal });
  } else {
    const half = Math.ceil(left.length / 2);
    await reserveRange(context, left.slice(0, half), answers, refused);
    await reserveRange(context, left.slice(half), answers, refused);
  }
}

const poolOf = (claim: ClaimToReserve): string => `${claim.sourceId ?? ""} ${claim.region}`;

/** Runs work under a savepoint, so that a constraint's refusal leaves the transaction usable. */
async function attempt<T>(context: Context, work: () => Promise<T>): Promise<{ value: T } | { refusal: Refusal }> {
  await sql`savepoint reservation`.execute(context.db);
  try {
    const value = await work();
    await sql`release savepoint reservation`.execute(context.db);
    return { value };
  } catch (error) {
    if (isRetryable(error)) throw error;
    await sql`rollback to savepoint reservation`.execute(context.db);
    if (error instanceof Problem) return { refusal: { code: error.code, detail: error.message } };
    if (!(error instanceof Error && "constraint" in error)) throw error;
    return { refusal: { code: "quota-insufficient", detail: "可用额度不足，资金没有预留。请等待额度下达后再批准。" } };
  }
}

/** Releases the reservation of a claim that will not be paid. */
export async function releaseReservation(
  context: Context,
  claim: { id: string; number: string; source_id: string | null; approved_fen: number | null; region: string },
): Promise<void> {
  if ((claim.approved_fen ?? 0) === 0) return;
  await release(context, {
    id: claim.id,
    number: claim.number,
    sourceId: claim.source_id,
    amountFen: claim.approved_fen ?? 0,
    region: claim.region,
  });
}
