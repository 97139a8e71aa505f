import type { Context } from "../../kernel/context.ts";

/** A claim for reserving its money. Amount in fen; `sourceId` null: the fund picks by draw order. */
export interface ClaimToReserve {
  id: string;
  number: string;
  sourceId: string | null;
  amountFen: number;
  region: string;
}

/**
 * Reserves money at approval, in the approving transaction. The fund, a later module, offers it (`Module.offers`); its refusal (not
 * enough quota) refuses the approval in its own words. Without an offer nothing is reserved.
 */
export interface Reservation {
  /** Reserves the amount; returns the source. */
  reserve(context: Context, claim: ClaimToReserve): Promise<{ sourceId: string | null }>;
  /** Releases the claim's reservation; does nothing without one. */
  release(context: Context, claim: ClaimToReserve): Promise<void>;
  /** Takes the claim's payment out of its batch, as long as the bank doesn't have it; the claim is payable again. Says whether it did. */
  withdraw?(context: Context, claimId: string, reason: string): Promise<boolean>;
  /** All or none, answers in order; without it, claims are reserved one by one. */
  reserveMany?(context: Context, claims: readonly ClaimToReserve[]): Promise<{ sourceId: string | null }[]>;
}

const offered = (context: Context): Reservation | undefined => context.services.house.offers.reservation;

export const reserve = async (context: Context, claim: ClaimToReserve): Promise<{ sourceId: string | null }> =>
  (await offered(context)?.reserve(context, claim)) ?? { sourceId: claim.sourceId };

export const release = async (context: Context, claim: ClaimToReserve): Promise<void> =>
  offered(context)?.release(context, claim);

/** Takes the claim's payment out of its batch before the bank has it; does nothing for a claim in no batch. Locks the batch before the claim. */
export const withdrawPayment = async (context: Context, claimId: string, reason: string): Promise<boolean> =>
  (await offered(context)?.withdraw?.(context, claimId, reason)) ?? false;

export async function reserveMany(
  context: Context,
  claims: readonly ClaimToReserve[],
): Promise<{ sourceId: string | null }[]> {
  const reservation = offered(context);
  if (reservation?.reserveMany) return reservation.reserveMany(context, claims);
  const answers: { sourceId: string | null }[] = [];
  for (const claim of claims) answers.push(await reserve(context, claim));
  return answers;
}
