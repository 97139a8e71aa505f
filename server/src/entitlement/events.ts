import type { ClaimState } from "./claim-states.ts";

declare module "../kernel/events.ts" {
  interface Events {
    /** Claims entered a state, made ones included. */
    "claims-moved": { claimIds: readonly string[]; state: ClaimState; reason?: string };
    /** The next benefit of a draft is to be proved. */
    "policy-proof-asked": { taskId: string };
    /** The next stored claims are to be decided by a draft. */
    "policy-impact-asked": { taskId: string };
    /** Two officers published a version; `effectiveFrom` may be an earlier day than today. */
    "policy-published": { programme: string; version: string; digest: string; effectiveFrom: string };
    /** Paid money must come back. `because` and `officerId`: from the claim itself, as two officers signed. */
    "claim-recovery-due": { claimId: string; recoverFen: number; because?: string; officerId?: string };
    /** A granted allowance was cancelled because fewer days count: what is left of it is prepared anew. */
    "allowance-days-free": { enrolmentId: string };
    /** A redecision has cases to decide, or steps to carry out. */
    "redecision-due": { redecisionId: string };
  }
}
