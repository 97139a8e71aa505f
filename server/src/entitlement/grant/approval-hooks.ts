import type { Context } from "../../kernel/context.ts";

/** A claim as the fund needs to know it to set money aside. Amount in fen; `sourceId` null: the fund picks by draw order. */
export interface ClaimToReserve {
  id: string;
  number: string;
  sourceId: string | null;
  amountFen: number;
  region: string;
}

/**
 * Money set aside at approval, in the approving transaction. Evidence flows forward only, so the fund comes to us: it registers
 * these functions when the platform is composed, and a refusal it throws (not enough quota) refuses the approval with its own words.
 */
export interface Reservation {
  /** Sets the amount aside; says from which source. */
  reserve(context: Context, claim: ClaimToReserve): Promise<{ sourceId: string | null }>;
  /** Gives back what was set aside for the claim; a claim without a reservation is nothing to do. */
  release(context: Context, claim: ClaimToReserve): Promise<void>;
  /** All or none, answers in the order asked; where absent, one by one. */
  reserveMany?(context: Context, claims: readonly ClaimToReserve[]): Promise<{ sourceId: string | null }[]>;
}

const nothingReserved: Reservation = {
  reserve: (_context, claim) => Promise.resolve({ sourceId: claim.sourceId }),
  release: () => Promise.resolve(),
};

let registered: Reservation = nothingReserved;

/** Registers who sets money aside; returns who did before (tests put it back). Null: nobody, sources stay as the claim names them. */
export function setReservation(reservation: Reservation | null): Reservation {
  const before = registered;
  registered = reservation ?? nothingReserved;
  return before;
}

/** The same, function by function. */
export const reservationPort = {
  reserve(fn: Reservation["reserve"]): void {
    registered = { ...registered, reserve: fn };
  },
  release(fn: Reservation["release"]): void {
    registered = { ...registered, release: fn };
  },
  reserveMany(fn: NonNullable<Reservation["reserveMany"]>): void {
    registered = { ...registered, reserveMany: fn };
  },
};

export const reserve: Reservation["reserve"] = (context, claim) => registered.reserve(context, claim);
export const release: Reservation["release"] = (context, claim) => registered.release(context, claim);

export async function reserveMany(
  context: Context,
  claims: readonly ClaimToReserve[],
): Promise<{ sourceId: string | null }[]> {
  if (registered.reserveMany) return registered.reserveMany(context, claims);
  const answers: { sourceId: string | null }[] = [];
  for (const claim of claims) answers.push(await registered.reserve(context, claim));
  return answers;
}
