import type { Reservation } from "./grant/approval-hooks.ts";

declare module "../kernel/offers.ts" {
  interface Offers {
    /** Sets money aside at approval. Where nobody does, sources stay as the claim names them. */
    reservation: Reservation;
  }
}
