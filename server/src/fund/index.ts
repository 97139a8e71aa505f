import { WORDS } from "@jinengtong/words";
import type { Module } from "../kernel/module.ts";
import { fundDemo } from "./demo/part.ts";
import { receiveBankReturn } from "./bank-return.ts";
import { batchStates, clawbackStates, paymentStates } from "./batch-states.ts";
import { listBatches, showBatch } from "./batch-view.ts";
import { cancelBatch } from "./cancel-batch.ts";
import { confirmRepayment, demandClawback } from "./clawback.ts";
import { demandRecovery } from "./demand-recovery.ts";
import { askCorrection, decideCorrection, exportCorrections, listCorrections } from "./correct-entry.ts";
import { decideClawbackEnd, endClawback } from "./end-clawback.ts";
import { exportBatch, exportBatches, exportClawbacks, exportPayables } from "./export-lists.ts";
import { importBankReturn } from "./import-bank-return.ts";
import { ledgerVerifier } from "./invariants.ts";
import { exportJournal } from "./journal.ts";
import { makeBatch } from "./make-batch.ts";
import { addSource } from "./open-source.ts";
import { exportBankReturns, listBankReturns } from "./list-bank-returns.ts";
import { exportEntries, listEntries } from "./list-entries.ts";
import { exportPayments, listPayments } from "./list-payments.ts";
import { listClawbacks } from "./list-clawbacks.ts";
import { listPayables } from "./payables.ts";
import { recordMovement } from "./record-movement.ts";
import { refusals } from "./refusals.ts";
import { releaseBatch } from "./release-batch.ts";
import { reservation } from "./reserve.ts";
import { returnBatch } from "./return-batch.ts";
import { downloadBankFile, sendBatch } from "./send-batch.ts";
import { exportSources, listSources } from "./sources.ts";
import { exportStatement, showStatement } from "./statement.ts";
import { submitBatch } from "./submit-batch.ts";
import { takeOutPayment } from "./take-out-payment.ts";
import "./tables.ts";

export { batchNumber, nextBatchNumber, paymentNumber } from "./batch-number.ts";
export { CHART, MOVEMENTS, type AccountCode, type Book, type Movement } from "./chart.ts";
export { balances, book, openSource, type Booking } from "./ledger.ts";
export { reserveClaims } from "./reserve.ts";
export { bookReturn } from "./bank-return.ts";

export const operations = {
  sources: {
    list: listSources,
    export: exportSources,
    add: addSource,
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
  payables: { list: listPayables, export: exportPayables },
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
  subscriptions: [demandRecovery],
  verifiers: [ledgerVerifier],
  demo: fundDemo,
};
