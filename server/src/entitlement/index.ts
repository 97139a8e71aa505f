import type { Module } from "../kernel/module.ts";
import { offerLocalParameters } from "../training/index.ts";
import { addClaimFile } from "./add-claim-file.ts";
import { adjudicateCases } from "./adjudicate-cases.ts";
import { adjustSubsidyList } from "./adjust-subsidy-list.ts";
import { answerObjection } from "./answer-objection.ts";
import { appealClaim } from "./appeal-claim.ts";
import { askCancellation } from "./ask-cancellation.ts";
import { askEntitlements } from "./ask-entitlements.ts";
import { claimStates } from "./claim-states.ts";
import { cancelOnRevocation } from "./cancel-on-revocation.ts";
import { confirmClaim } from "./confirm-claim.ts";
import { createClaim } from "./create-claim.ts";
import { decideCancellation } from "./decide-cancellation.ts";
import { decideParameter } from "./decide-parameter.ts";
import { declineClaim } from "./decline-claim.ts";
import { drawReviewBatch } from "./draw-review-batch.ts";
import { exportClaims } from "./export-claims.ts";
import { exportPublicity } from "./export-publicity.ts";
import { firstReview } from "./first-review.ts";
import { generateSubsidyList } from "./generate-subsidy-list.ts";
import { lapsePrepared } from "./lapse-prepared.ts";
import { exportCancellations, listCancellations } from "./list-cancellations.ts";
import { listClaims } from "./list-claims.ts";
import { exportObjections, listObjections } from "./list-objections.ts";
import { listParameters } from "./list-parameters.ts";
import { listPublicity } from "./list-publicity.ts";
import { parametersAt } from "./local-parameters.ts";
import { myClaims } from "./my-claims.ts";
import { myEntitlements } from "./my-entitlements.ts";
import { tellOnMove } from "./notices.ts";
import { objectOwn } from "./object-own.ts";
import { objectPublicly } from "./object-publicly.ts";
import { openSampledClaim } from "./open-sampled-claim.ts";
import { passReviewBatch } from "./pass-review-batch.ts";
import { previewClaim } from "./preview-claim.ts";
import { prepareOnCertificate } from "./prepare-claims.ts";
import { prepareOnDegree } from "./prepare-degree-award.ts";
import { proposeParameter } from "./propose-parameter.ts";
import { publicityRound } from "./publicise.ts";
import { recallFirstReview } from "./recall-first-review.ts";
import { refusals } from "./refusals.ts";
import { resubmitClaim } from "./resubmit-claim.ts";
import { secondReview } from "./second-review.ts";
import { showClaimFile } from "./show-claim-file.ts";
import { showClaim } from "./show-claim.ts";
import { showPolicy } from "./show-policy.ts";
import { showReviewBatch } from "./show-review-batch.ts";
import { showListDecision } from "./show-list-decision.ts";
import { classSubsidyLists, exportSubsidyList, showSubsidyList } from "./show-subsidy-lists.ts";
import { startPublicity } from "./start-publicity.ts";
import { submitSubsidyList } from "./submit-subsidy-list.ts";
import { subsidyListStates } from "./subsidy-list-states.ts";
import { verifiers } from "./verifiers.ts";
import { withdrawClaim } from "./withdraw-claim.ts";
import "./tables.ts";

export { type ClaimToReserve, type Reservation, reservationPort, setReservation } from "./approval-hooks.ts";
export { buildCase, buildCases, type Subject } from "./build-cases.ts";
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
export { type HoldSubjects, holdClaims, refuseHeld, settleHold } from "./claim-holds.ts";
export { claimOwner } from "./claim-record.ts";
export { type ClaimState, claimStates, GRANTED } from "./claim-states.ts";
export { parametersAt };
export { claimNotice, type ClaimTold } from "./notices.ts";
export { prepareClaims } from "./prepare-claims.ts";
export { publicityRound } from "./publicise.ts";
export { type BulkResult, type BulkRun, runBulk } from "./run-bulk.ts";
export { slotsOf, type SlotWant } from "./slot-rules.ts";
export { DecisionShape, traceOf } from "./trace.ts";

export const operations = [
  adjudicateCases,
  askEntitlements,
  showPolicy,
  myEntitlements,
  listParameters,
  proposeParameter,
  decideParameter,
  previewClaim,
  createClaim,
  confirmClaim,
  declineClaim,
  withdrawClaim,
  resubmitClaim,
  listClaims,
  exportClaims,
  showClaim,
  myClaims,
  firstReview,
  recallFirstReview,
  secondReview,
  startPublicity,
  listPublicity,
  exportPublicity,
  objectPublicly,
  objectOwn,
  appealClaim,
  listObjections,
  exportObjections,
  answerObjection,
  listCancellations,
  exportCancellations,
  askCancellation,
  decideCancellation,
  addClaimFile,
  showClaimFile,
  drawReviewBatch,
  showReviewBatch,
  openSampledClaim,
  passReviewBatch,
  classSubsidyLists,
  generateSubsidyList,
  showSubsidyList,
  adjustSubsidyList,
  submitSubsidyList,
  exportSubsidyList,
  showListDecision,
] as const;

offerLocalParameters(parametersAt);

/**
 * Claims. Emits, with `{ claimIds: string[] }`: `claim-approved`, `claim-payable`, `claim-cancelled`; `claims-moved` with the new
 * state too, at every step; `claim-recovery-due` with `{ claimId, recoverFen }` where money must come back.
 */
export const entitlement: Module = {
  name: "entitlement",
  operations,
  states: [claimStates, subsidyListStates],
  subscriptions: [prepareOnCertificate, prepareOnDegree, cancelOnRevocation, tellOnMove],
  schedules: [
    // 00:20 in Shanghai, when the civil day has changed.
    { name: "publicity-round", cron: "20 16 * * *", run: publicityRound },
    {
      name: "lapse-prepared-claims",
      cron: "40 16 * * *",
      run: async (services) => {
        await lapsePrepared(services);
      },
    },
  ],
  refusals,
  verifiers,
};
