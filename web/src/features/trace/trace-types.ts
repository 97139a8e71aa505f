import type { Output } from "../../api/client.ts";

export type PaymentTrace = Output<"GET /api/v1/trace/payments/:id">;
export type ClaimTrace = Output<"GET /api/v1/trace/claims/:id">;
export type ClassTrace = Output<"GET /api/v1/trace/classes/:id">;

/** What every trace that passes through a claim carries of it. */
export type Evidence = Omit<PaymentTrace, "payment" | "batch" | "ledger">;
export type LedgerEntry = PaymentTrace["ledger"][number];
export type TracedClaim = ClassTrace["classClaims"][number];
