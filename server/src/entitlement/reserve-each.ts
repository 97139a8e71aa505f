import type { Context } from "../kernel/context.ts";
import { sql } from "../kernel/database.ts";
import { Problem } from "../kernel/problem.ts";
import { isRetryable } from "../kernel/refusals.ts";
import { type ClaimToReserve, release, reserve, reserveMany } from "./approval-hooks.ts";
import { giveBackSlots } from "./benefit-slots.ts";

export type ReservationAnswer = { sourceId: string | null } | { refusal: { code: string; detail: string } };

/**
 * Sets money aside for claims, by claim. One claim: a refusal is thrown, in the fund's own words. Many: together where the quota
 * suffices for all; else one after the other in their order until it is used up, and a claim left out gives its slots back.
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
  const together = await attempt(context, () => reserveMany(context, costing));
  if ("value" in together) {
    for (const [at, claim] of costing.entries())
      answers.set(claim.id, together.value[at] ?? { sourceId: claim.sourceId });
    return answers;
  }
  for (const claim of costing) {
    const one = await attempt(context, () => reserve(context, claim));
    answers.set(claim.id, "value" in one ? one.value : { refusal: one.refusal });
    if ("refusal" in one) await giveBackSlots(context, [claim.id]);
  }
  return answers;
}

/** Runs work under a savepoint, so that a refusal by a constraint leaves the transaction usable. */
async function attempt<T>(
  context: Context,
  work: () => Promise<T>,
): Promise<{ value: T } | { refusal: { code: string; detail: string } }> {
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

/** Gives back what was set aside for a claim that will not be paid. */
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
