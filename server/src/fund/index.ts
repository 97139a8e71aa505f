import { WORDS } from "@jinengtong/words";
import type { Module } from "../kernel/module.ts";
import { fundDemo } from "./demo/part.ts";
import { receiveBankReturn } from "./bank-return/bank-return.ts";
import { batchStates, clawbackStates, paymentStates } from "./batch-states.ts";
import { listBatches, showBatch } from "./batch/batch-view.ts";
import { cancelBatch } from "./batch/cancel-batch.ts";
import { confirmRepayment, demandClawback } from "./clawback/clawback.ts";
import { demandRecovery } from "./clawback/demand-recovery.ts";
import { askCorrection, decideCorrection, exportCorrections, listCorrections } from "./books/correct-entry.ts";
import { decideClawbackEnd, endClawback } from "./clawback/end-clawback.ts";
import { exportBatch, exportBatches, exportPayables } from "./batch/export-lists.ts";
import { importBankReturn } from "./bank-return/import-bank-return.ts";
import { ledgerVerifier } from "./books/invariants.ts";
import { exportJournal } from "./books/journal.ts";
import { makeBatch } from "./batch/make-batch.ts";
import { addSource, reorderSource } from "./books/open-source.ts";
import { exportBankReturns, listBankReturns } from "./bank-return/list-bank-returns.ts";
import { exportEntries, listEntries } from "./books/list-entries.ts";
import { exportPayments, listPayments } from "./batch/list-payments.ts";
import { exportClawbacks, listClawbacks } from "./clawback/list-clawbacks.ts";
import { showOutlook } from "./outlook/show-outlook.ts";
import { changeInflow } from "./inflow/change-inflow.ts";
import { endInflow } from "./inflow/end-inflow.ts";
import { exportInflows, listInflows } from "./inflow/list-inflows.ts";
import { planInflow } from "./inflow/plan-inflow.ts";
import { outlookRound, tellInflow } from "./outlook/tell-outlook.ts";
import { listPayables } from "./batch/payables.ts";
import { recordMovement } from "./books/record-movement.ts";
import { refusals } from "./refusals.ts";
import { releaseBatch } from "./batch/release-batch.ts";
import { remindOfRepayment } from "./clawback/remind-of-repayment.ts";
import { reservation } from "./reserve.ts";
import { returnBatch } from "./batch/return-batch.ts";
import { downloadBankFile, sendBatch } from "./batch/send-batch.ts";
import { exportSources, listSources } from "./books/sources.ts";
import { exportStatement, showStatement } from "./books/statement.ts";
import { submitBatch } from "./batch/submit-batch.ts";
import { takeOutPayment } from "./batch/take-out-payment.ts";
import "./events.ts";
import "./tables.ts";

export { batchNumber, nextBatchNumber, paymentNumber } from "./batch/batch-number.ts";
export { CHART, MOVEMENTS, type AccountCode, type Book, type Movement } from "./books/chart.ts";
export { balances, book, openSource, type Booking } from "./books/ledger.ts";
export { reserveClaims } from "./reserve.ts";
export { bookReturn } from "./bank-return/bank-return.ts";

export const operations = {
  sources: {
    list: listSources,
    export: exportSources,
    add: addSource,
    reorder: reorderSource,
    recordMovement,
    statement: showStatement,
    exportStatement,
    entries: listEntries,
    exportEntries,
    journal: exportJournal,
    corrections: listCorrections,
    exportCorrections,
    askCorrection,
    decideCorrection,
  },
  inflows: { list: listInflows, export: exportInflows, plan: planInflow, change: changeInflow, end: endInflow },
  payables: { list: listPayables, export: exportPayables, outlook: showOutlook },
  batches: {
    make: makeBatch,
    list: listBatches,
    export: exportBatches,
    show: showBatch,
    exportPayments: exportBatch,
    submit: submitBatch,
    release: releaseBatch,
    return: returnBatch,
    cancel: cancelBatch,
    send: sendBatch,
    bankFile: downloadBankFile,
  },
  bankReturns: {
    receive: receiveBankReturn,
    import: importBankReturn,
    list: listBankReturns,
    export: exportBankReturns,
  },
  clawbacks: {
    list: listClawbacks,
    export: exportClawbacks,
    demand: demandClawback,
    confirmRepayment,
    end: endClawback,
    decideEnd: decideClawbackEnd,
  },
  payments: { list: listPayments, export: exportPayments, takeOut: takeOutPayment },
};

/** The earmarked account (十二.1): quota and cash books per source, batches, the bank, clawbacks. */
export const fund: Module = {
  name: "fund",
  operations,
  words: WORDS.fund,
  offers: { reservation },
  states: [batchStates, paymentStates, clawbackStates],
  refusals,
  emits: ["inflow-expected"],
  subscriptions: [demandRecovery, tellInflow],
  // 08:10 in China: after the night's publicity round, when people read messages.
  schedules: [
    { name: "payment-outlook", title: "通知到账日的变化", cron: "10 0 * * *", run: outlookRound },
    { name: "remind-of-repayment", title: "提醒退款期限", cron: "15 1 * * *", run: remindOfRepayment },
  ],
  verifiers: [ledgerVerifier],
  demo: fundDemo,
};
