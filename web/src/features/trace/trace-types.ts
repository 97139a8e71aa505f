import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";

export type PaymentTrace = Output<Api["trace"]["payment"]>;
export type ClaimTrace = Output<Api["trace"]["claim"]>;
export type ClassTrace = Output<Api["trace"]["class"]>;

/** Part of a trace that belongs to a claim. */
export type Evidence = Omit<PaymentTrace, "payment" | "batch" | "ledger">;
export type LedgerEntry = PaymentTrace["ledger"][number];
export type TracedClaim = ClassTrace["classClaims"][number];
