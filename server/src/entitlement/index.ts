import { WORDS } from "@jinengtong/words";
import type { Module } from "../kernel/module.ts";
import { entitlementDemo } from "./demo/part.ts";
import { addClaimFile } from "./application/add-claim-file.ts";
import { adjudicateCases } from "./programme/adjudicate-cases.ts";
import { adjustSubsidyList } from "./subsidy-list/adjust-subsidy-list.ts";
import { answerObjection } from "./publicity/answer-objection.ts";
import { appealClaim } from "./publicity/appeal-claim.ts";
import { assessImpact, continueImpact } from "./draft/assess-impact.ts";
import { askAgain } from "./application/ask-again.ts";
import { askCancellation } from "./grant/ask-cancellation.ts";
import { askWays } from "./application/ask-ways.ts";
import { claimWays } from "./claim/claim-ways.ts";
import { myWays } from "./application/my-ways.ts";
import { askEntitlements } from "./application/ask-entitlements.ts";
import { changeFiles } from "./draft/change-files.ts";
import { checkDraft } from "./draft/check-draft.ts";
import { claimStates } from "./claim-states.ts";
import { cancelOnRevocation } from "./grant/cancel-on-revocation.ts";
import { settleJoined } from "./grant/settle-joined.ts";
import { confirmClaim } from "./application/confirm-claim.ts";
import { createDraft } from "./draft/create-draft.ts";
import { createClaim } from "./application/create-claim.ts";
import { decideCancellation } from "./grant/decide-cancellation.ts";
import { decideParameter } from "./programme/decide-parameter.ts";
import { declineClaim } from "./application/decline-claim.ts";
import { draftDifferences } from "./draft/draft-differences.ts";
import { draftStates } from "./draft/draft-states.ts";
import { drawReviewBatch } from "./review/draw-review-batch.ts";
import { exportClaims } from "./claim/export-claims.ts";
import { exportPublicity } from "./publicity/export-publicity.ts";
import { firstReview } from "./review/first-review.ts";
import { generateSubsidyList } from "./subsidy-list/generate-subsidy-list.ts";
import { lapsePrepared } from "./application/lapse-prepared.ts";
import { exportCancellations, listCancellations } from "./grant/list-cancellations.ts";
import { exportDraftParameters } from "./draft/export-parameters.ts";
import { readParameterSheet } from "./draft/read-parameter-sheet.ts";
import { exportImpact, listImpact } from "./draft/list-impact.ts";
import { confirmReading } from "./reading/confirm-reading.ts";
import { listReadings } from "./reading/list-readings.ts";
import { proposeReading } from "./reading/propose-reading.ts";
import { printDraft, printVersion } from "./draft/print-sheet.ts";
import { listVersions } from "./draft/list-versions.ts";
import { returnDraft } from "./draft/return-draft.ts";
import { redecideOnPublished, signDraft } from "./draft/sign-draft.ts";
import { submitDraft } from "./draft/submit-draft.ts";
import { versionVerifier } from "./draft/verify-versions.ts";
import { continueProof, proveDraft } from "./draft/prove-draft.ts";
import { showImpact } from "./draft/show-impact.ts";
import { showProof } from "./draft/show-proof.ts";
import { listDrafts } from "./draft/list-drafts.ts";
import { listClaims } from "./claim/list-claims.ts";
import { exportObjections, listObjections } from "./publicity/list-objections.ts";
import { listParameters } from "./programme/list-parameters.ts";
import { listProgrammes } from "./programme/list-programmes.ts";
import { exportRounds, listRounds } from "./publicity/list-rounds.ts";
import { roundNotice } from "./publicity/round-notice.ts";
import { listPublicity } from "./publicity/list-publicity.ts";
import { parametersAt } from "./programme/local-parameters.ts";
import { myClaims } from "./claim/my-claims.ts";
import { myEntitlements } from "./application/my-entitlements.ts";
import { notifyOnMove } from "./claim/notices.ts";
import { notifyDesksOnMove } from "./claim/notices-to-desks.ts";
import { estimate } from "./estimate/estimate.ts";
import { showDoors } from "./estimate/show-doors.ts";
import { objectionReceipt } from "./publicity/objection-receipt.ts";
import { objectOwn } from "./publicity/object-own.ts";
import { objectPublicly } from "./publicity/object-publicly.ts";
import { listOpenBatches } from "./review/list-open-batches.ts";
import { openSampledClaim } from "./review/open-sampled-claim.ts";
import { passReviewBatch } from "./review/pass-review-batch.ts";
import { checkAgain } from "./application/check-again.ts";
import { claimGrounds } from "./application/claim-grounds.ts";
import { classOutlook } from "./application/class-outlook.ts";
import { ownClassOutlook } from "./application/own-class-outlook.ts";
import { previewClaim } from "./application/preview-claim.ts";
import { takeBackOnCorrection } from "./grant/take-back-days.ts";
import { prepareOnCorrection, prepareOnDaysFree, prepareOnFinish } from "./application/prepare-days.ts";
import { claimDays } from "./claim/day-sheet.ts";
import { prepareOnCertificate } from "./application/prepare-claims.ts";
import { prepareOnFacts, prepareOnGroup } from "./application/prepare-again.ts";
import { proposeParameter } from "./programme/propose-parameter.ts";
import { publicityRound } from "./publicity/publicise.ts";
import { redecisionRound } from "./claim/redecide-claims.ts";
import { recallFirstReview } from "./review/recall-first-review.ts";
import { refusals } from "./refusals.ts";
import { remindOfClaims } from "./application/remind-of-claims.ts";
import { resubmitClaim } from "./application/resubmit-claim.ts";
import { secondReview } from "./review/second-review.ts";
import { showClaimFile } from "./claim/show-claim-file.ts";
import { showClaim } from "./claim/show-claim.ts";
import { showDraftOperation } from "./draft/show-draft.ts";
import { showPolicy } from "./programme/show-policy.ts";
import { showReviewBatch } from "./review/show-review-batch.ts";
import { showListDecision } from "./subsidy-list/show-list-decision.ts";
import { classSubsidyLists, exportSubsidyList, showSubsidyList } from "./subsidy-list/show-subsidy-lists.ts";
import { startPublicity } from "./publicity/start-publicity.ts";
import { submitSubsidyList } from "./subsidy-list/submit-subsidy-list.ts";
import { subsidyListStates } from "./subsidy-list/subsidy-list-states.ts";
import { decisionVerifier } from "./case/verify-decisions.ts";
import { slotVerifier } from "./grant/verify-slots.ts";
import { waysToBeGranted } from "./programme/ways-to-be-granted.ts";
import { withdrawDraft } from "./draft/withdraw-draft.ts";
import { withdrawClaim } from "./application/withdraw-claim.ts";
import { askRedecision } from "./redecision/ask-redecision.ts";
import { carryOut, redecisionsWaiting } from "./redecision/carry-out.ts";
import { decideStored } from "./redecision/decide-stored.ts";
import { exportRedecisionRows, listRedecisionRows } from "./redecision/list-redecision-rows.ts";
import { exportRedecisions, listRedecisions } from "./redecision/list-redecisions.ts";
import { showRedecision } from "./redecision/show-redecision.ts";
import { signRedecision } from "./redecision/sign-redecision.ts";
import { withdrawRedecision } from "./redecision/withdraw-redecision.ts";
import { redecisionStates } from "./redecision-states.ts";
import "./events.ts";
import "./offers.ts";
import "./tables.ts";

export type { ClaimToReserve, Reservation } from "./grant/approval-hooks.ts";
export { buildCase, buildCases, type Subject } from "./case/build-cases.ts";
export {
  abandonRecovery,
  finishRecovery,
  markBatched,
  markManyPaid,
  markPaid,
  markReturned,
  markUnbatched,
  startRecovery,
} from "./grant/claim-marks.ts";
export { type HoldSubjects, holdClaims, settleHold } from "./claim/claim-holds.ts";
export { refuseStopped, type Stop, stopped, stopsOn } from "./claim/claim-stops.ts";
export { payeeAccount } from "./claim/payee-account.ts";
export { claimNumber, nextClaimNumbers } from "./claim/claim-number.ts";
export { claimOwner } from "./claim/claim-record.ts";
export { InPlace, inPlaceShown } from "./claim/in-place-shown.ts";
export { traceNamingClaims } from "./case/earlier-claims.ts";
export { type ClaimState, claimStates, GRANTED } from "./claim-states.ts";
export { parametersAt };
export { notifyDesksOnMove } from "./claim/notices-to-desks.ts";
export { claimNotice, type ClaimTold } from "./claim/notices.ts";
export { prepareDays } from "./application/prepare-days.ts";
export { prepareClaims } from "./application/prepare-claims.ts";
export { publicityRound } from "./publicity/publicise.ts";
export { type BulkResult, type BulkRun, runBulk } from "./review/run-bulk.ts";
export { slotsOf, type SlotWant } from "./grant/slot-rules.ts";
export { DecisionShape, traceOf } from "./programme/trace.ts";
export { type ClaimFate, DEMO_REPAID_AFTER } from "./demo/claim-steps.ts";
export {
  type ClaimSettlement,
  type ClaimToSettle,
  type DemoClaimSubject,
  type MadeClaim,
  writeDemoClaim,
} from "./demo/claim-writer.ts";
export { DEMO_PARAMETERS } from "./demo/parameters.ts";
export { addDemoClaims } from "./demo/claims.ts";
export { addDemoCancellations, addDemoObjections } from "./demo/doubts.ts";

export const operations = {
  policy: {
    adjudicate: adjudicateCases,
    counterfactuals: waysToBeGranted,
    doors: showDoors,
    estimate,
    ways: askWays,
    myWays,
    entitlements: askEntitlements,
    list: listProgrammes,
    show: showPolicy,
    myEntitlements,
    parameters: listParameters,
    proposeParameter,
    decideParameter,
  },
  policyDrafts: {
    list: listDrafts,
    create: createDraft,
    show: showDraftOperation,
    change: changeFiles,
    exportParameters: exportDraftParameters,
    readParameters: readParameterSheet,
    check: checkDraft,
    differences: draftDifferences,
    prove: proveDraft,
    proof: showProof,
    assessImpact,
    impact: showImpact,
    impactClaims: listImpact,
    exportImpactClaims: exportImpact,
    sheet: printDraft,
    submit: submitDraft,
    sign: signDraft,
    return: returnDraft,
    withdraw: withdrawDraft,
  },
  policyVersions: { list: listVersions, sheet: printVersion },
  policyReadings: { list: listReadings, propose: proposeReading, confirm: confirmReading },
  claims: {
    preview: previewClaim,
    grounds: claimGrounds,
    classOutlook,
    ownClassOutlook,
    checkAgain,
    create: createClaim,
    confirm: confirmClaim,
    decline: declineClaim,
    withdraw: withdrawClaim,
    resubmit: resubmitClaim,
    askAgain,
    list: listClaims,
    export: exportClaims,
    show: showClaim,
    ways: claimWays,
    days: claimDays,
    mine: myClaims,
    firstReview,
    recallFirstReview,
    secondReview,
    object: objectOwn,
    appeal: appealClaim,
    askCancellation,
    addFile: addClaimFile,
    file: showClaimFile,
  },
  publicity: {
    start: startPublicity,
    list: listPublicity,
    export: exportPublicity,
    object: objectPublicly,
    receipt: objectionReceipt,
    rounds: listRounds,
    exportRounds,
    notice: roundNotice,
  },
  objections: { list: listObjections, export: exportObjections, answer: answerObjection },
  cancellations: { list: listCancellations, export: exportCancellations, decide: decideCancellation },
  reviewBatches: {
    draw: drawReviewBatch,
    mine: listOpenBatches,
    show: showReviewBatch,
    open: openSampledClaim,
    pass: passReviewBatch,
  },
  redecisions: {
    ask: askRedecision,
    list: listRedecisions,
    export: exportRedecisions,
    show: showRedecision,
    rows: listRedecisionRows,
    exportRows: exportRedecisionRows,
    sign: signRedecision,
    withdraw: withdrawRedecision,
  },
  subsidyLists: {
    ofClass: classSubsidyLists,
    generate: generateSubsidyList,
    show: showSubsidyList,
    adjust: adjustSubsidyList,
    submit: submitSubsidyList,
    export: exportSubsidyList,
    decision: showListDecision,
  },
};

/** Claims, from preparation to money that may be paid. */
export const entitlement: Module = {
  name: "entitlement",
  operations,
  words: WORDS.entitlement,
  sealed: [{ table: "objection", column: "contact" }],
  offers: { localParameters: parametersAt },
  states: [claimStates, redecisionStates, draftStates, subsidyListStates],
  emits: [
    "claims-moved",
    "claim-recovery-due",
    "allowance-days-free",
    "redecision-due",
    "policy-proof-asked",
    "policy-impact-asked",
    "policy-published",
  ],
  subscriptions: [
    prepareOnCertificate,
    prepareOnFacts,
    prepareOnGroup,
    prepareOnFinish,
    prepareOnCorrection,
    prepareOnDaysFree,
    takeBackOnCorrection,
    cancelOnRevocation,
    settleJoined,
    notifyOnMove,
    notifyDesksOnMove,
    continueProof,
    continueImpact,
    redecideOnPublished,
    decideStored,
    carryOut,
  ],
  schedules: [
    { name: "remind-of-claims", title: "提醒确认补贴申请", cron: "10 1 * * *", run: remindOfClaims },
    // 00:20 in Shanghai, when the civil day has changed.
    { name: "publicity-round", title: "公示到期处理", cron: "20 16 * * *", run: publicityRound },
    {
      name: "redecide-claims",
      title: "按新版政策重新裁定在办申请",
      cron: "5 16 * * *",
      run: async (services) => {
        await redecisionRound(services);
      },
    },
    { name: "redecisions-waiting", title: "追溯裁定中等款项办完的", cron: "10 16 * * *", run: redecisionsWaiting },
    {
      name: "lapse-prepared-claims",
      title: "过期未确认的申请失效",
      cron: "40 16 * * *",
      run: async (services) => {
        await lapsePrepared(services);
      },
    },
  ],
  refusals,
  verifiers: [versionVerifier, decisionVerifier, slotVerifier],
  demo: entitlementDemo,
};
