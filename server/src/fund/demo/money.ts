import { addDays, type CivilDate } from "@jinengtong/standards";
import {
  type ClaimFate,
  type ClaimSettlement,
  type ClaimToSettle,
  DEMO_REPAID_AFTER,
} from "../../entitlement/index.ts";
import { addHistory, at, type DemoCounty, rowId } from "../../kernel/demo/county.ts";
import { idOf } from "../../kernel/demo/ids.ts";
import { paymentNumber } from "../batch/batch-number.ts";
import { clawbackStates } from "../batch-states.ts";
import { type Batch, Batches, settledOn } from "./batches.ts";
import { Books, type Source } from "./books.ts";

/** Whether its money will be demanded back. */
const wanted = ({ fate }: ClaimToSettle): boolean => fate?.to === "recovering" || fate?.to === "recovered";

const RECOVERIES = [
  "抽查发现同一期间在外地参保，重复享受补贴",
  "审计指出该班实际授课课时不足，按比例追回",
  "本人来信反映未参加后半程培训，核查属实",
] as const;

/** Keeps the demo county's books: reserved and paid amounts of each claim, batches, clawbacks. */
export class Money {
  private readonly county: DemoCounty;
  private readonly books: Books;
  private readonly batches: Batches;

  constructor(county: DemoCounty) {
    this.county = county;
    this.books = new Books(county);
    this.batches = new Batches(county);
  }

  /** Books the claim's money as far as its dates have come. */
  settle(claim: ClaimToSettle): ClaimSettlement {
    const source = claim.fate?.source ? this.books.source(claim.fate.source) : this.sourceFor(claim.benefit);
    source.needed += claim.amountFen;
    this.books.post(source, "reserved", claim.amountFen, claim.approvedOn, {
      key: `reserve:${claim.id}:0`,
      note: `核定 ${claim.number}`,
      claimId: claim.id,
    });
    if (claim.cancelledOn !== null) {
      this.books.post(source, "released", claim.amountFen, claim.cancelledOn, {
        key: `release:${claim.id}:0`,
        note: `释放 ${claim.number}`,
        claimId: claim.id,
      });
    }
    const settlement: ClaimSettlement = { sourceId: source.id, paidFen: null, steps: [] };
    const batch = claim.payableOn === null ? null : this.batches.batchFor(source, claim.payableOn);
    if (batch) this.pay(claim, batch, settlement);
    if (claim.fate && wanted(claim) && settlement.paidFen !== null) this.recover(claim, claim.fate, source, settlement);
    return settlement;
  }

  /** Writes the batches, the funding and the totals. */
  close(): void {
    this.batches.close(this.books);
    this.books.close();
  }

  private pay(claim: ClaimToSettle, batch: Batch, settlement: ClaimSettlement): void {
    const { county, books } = this;
    const [maker] = county.payers;
    batch.count += 1;
    batch.fen += claim.amountFen;
    batch.source.needsCash += claim.amountFen;
    settlement.steps.push({ to: "batched", on: batch.madeOn, by: maker });
    const over = settledOn(batch);
    const returned = county.random.chance(0.008) && !wanted(claim);
    const done = returned ? "returned" : "paid";
    const state = batch.stage === "settled" ? done : batch.stage === "sent" ? "sent" : "batched";
    const payment = this.addPayment(batch, claim, state, over);
    const common = { claimId: claim.id, paymentId: payment.id };
    if (state === "paid") {
      settlement.paidFen = claim.amountFen;
      settlement.steps.push({ to: "paid", on: over, by: maker });
      books.post(batch.source, "paid", claim.amountFen, over, {
        ...common,
        key: `paid:${payment.id}`,
        note: `到账 ${payment.number}`,
      });
      books.post(batch.source, "spent", claim.amountFen, over, {
        ...common,
        key: `spent:${payment.id}`,
        note: `列支 ${payment.number}`,
      });
    } else if (state === "returned") {
      settlement.steps.push({ to: "payable", on: over, by: maker, reason: "户名与账号不符" });
      books.post(batch.source, "bounced", claim.amountFen, over, {
        ...common,
        key: `bounced:${payment.id}`,
        note: `银行退回 ${payment.number}`,
      });
    }
  }

  private addPayment(
    batch: Batch,
    claim: ClaimToSettle,
    state: string,
    over: CivilDate,
  ): { id: string; number: string } {
    const id = idOf("payment", this.county.sink.next("payment"));
    const number = paymentNumber(batch.number, batch.count);
    const settled = state === "paid" || state === "returned";
    this.county.sink.add("payment", {
      id,
      number,
      batch_id: batch.id,
      claim_id: claim.id,
      payee_account_id: claim.payeeAccountId,
      payee_name: claim.payeeName,
      amount_fen: claim.amountFen,
      state,
      bank_reference: settled ? `示例${number}` : null,
      return_reason: state === "returned" ? "户名与账号不符" : null,
      settled_on: settled ? over : null,
      created_at: at(batch.madeOn, "10:00:00"),
    });
    return { id, number };
  }

  /** Demanded by one officer of finance; the return is confirmed by the other. */
  private recover(claim: ClaimToSettle, { to, ago }: ClaimFate, source: Source, settlement: ClaimSettlement): void {
    const { county, books } = this;
    const [demander, confirmer] = county.payers;
    const repaidOn = to === "recovered" ? addDays(county.today, -ago) : null;
    const demandedOn = addDays(county.today, repaidOn === null ? -ago : -ago - DEMO_REPAID_AFTER);
    const reason = county.random.pick(RECOVERIES);
    const id = rowId(county);
    county.sink.add("clawback", {
      id,
      claim_id: claim.id,
      amount_fen: claim.amountFen,
      reason,
      state: repaidOn === null ? "demanded" : "repaid",
      due_on: addDays(demandedOn, 30),
      demanded_by: demander,
      demanded_at: at(demandedOn, "15:00:00"),
      repaid_on: repaidOn,
      confirmed_by: repaidOn === null ? null : confirmer,
    });
    settlement.steps.push({ to: "recovering", on: demandedOn, by: demander, reason });
    const demanded = { to: "demanded" as const, at: at(demandedOn, "15:00:00"), by: demander };
    if (repaidOn === null) {
      addHistory(county, clawbackStates, id, [demanded]);
      return;
    }
    addHistory(county, clawbackStates, id, [demanded, { to: "repaid", at: at(repaidOn, "11:00:00"), by: confirmer }]);
    settlement.steps.push({ to: "recovered", on: repaidOn, by: confirmer });
    settlement.paidFen = 0;
    books.post(source, "repaid", claim.amountFen, repaidOn, {
      key: `repaid:${id}`,
      note: `追回到账 ${claim.number}，凭证 示例`,
      claimId: claim.id,
    });
    books.post(source, "recovered", claim.amountFen, repaidOn, {
      key: `recovered:${id}`,
      note: `追回恢复额度 ${claim.number}`,
      claimId: claim.id,
    });
  }

  private sourceFor(benefit: string): Source {
    if (benefit === "special-operation") return this.books.source("HYCY");
    return this.books.source(
      this.county.random.weighted([
        ["SYBX", 74],
        ["JYBZ", 18],
        ["DFRC", 8],
      ] as const),
    );
  }
}
