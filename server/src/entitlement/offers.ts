import type { Reservation } from "./grant/approval-hooks.ts";

declare module "../kernel/offers.ts" {
  interface Offers {
    /** Reserves money at approval. Without an offer the claim's sources stay as they are. */
    reservation: Reservation;
  }
}
