import type { Module } from "../kernel/module.ts";
import { claimStates } from "./claim-states.ts";
import { refusals } from "./refusals.ts";
import { subsidyListStates } from "./subsidy-list-states.ts";
import "./tables.ts";

export { type ClaimToReserve, type Reservation, reservationPort, setReservation } from "./approval-hooks.ts";
export {
  abandonRecovery,
  finishRecovery,
  markBatched,
  markManyPaid,
  markPaid,
  markReturned,
  markUnbatched,
  startRecovery,
} from "./claim-marks.ts";
export { type ClaimState, claimStates, GRANTED } from "./claim-states.ts";

export const operations = [] as const;

/**
 * Claims. Emits, with `{ claimIds: string[] }`: `claim-approved`, `claim-payable`, `claim-cancelled`; and `claims-moved` with the new
 * state too, at every step.
 */
export const entitlement: Module = {
  name: "entitlement",
  operations,
  states: [claimStates, subsidyListStates],
  refusals,
};
