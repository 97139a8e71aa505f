import type { ClaimState } from "./claim-states.ts";

declare module "../kernel/events.ts" {
  interface Events {
    /** Claims entered a state, made ones included. */
    "claims-moved": { claimIds: readonly string[]; state: ClaimState; reason?: string };
    /** Paid money must come back. */
    "claim-recovery-due": { claimId: string; recoverFen: number };
  }
}
