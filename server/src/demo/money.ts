import { addDays, civilDate, daysBetween, type CivilDate } from "@jinengtong/standards";
import { CHART, MOVEMENTS, type AccountCode, type Book, type Movement } from "../fund/index.ts";
import { addHistory, at, rowId, type County } from "./county.ts";
import { SOURCES } from "./plan.ts";
import { idOf } from "./random.ts";

interface Source {
  id: string;
  code: string;
  accounts: Map<string, { id: string; fen: number }>;
  /** All that will ever leave this source, in fen. */
  needed: number;
  needsCash: number;
}

interface Batch {
  id: string;
  number: string;
  source: Source;
  madeOn: CivilDate;
  count: number;
  fen: number;
}

/** What became of a claim's money. */
export interface Settlement {
  sourceId: string;
  paidFen: number | null;
  steps: { to: string; on: CivilDate; by: string | null; reason?: string }[];
}

export interface ClaimToSettle {
  id: string;
  number: string;
  amountFen: number;
  approvedOn: CivilDate;
  payableOn: CivilDate | null;
  cancelledOn: CivilDate | null;
  payeeAccountId: string;
  payeeName: string;
  benefit: string;
}

/** Money is paid on every tenth day, in batches of at most this many. */
const PAYDAY_EVERY = 10;
const BATCH_LIMIT = 5_000;
const EPOCH = civilDate("2019-01-01");

/** Keeps the books of the county: what is set aside and paid for each claim, batches, and at the end what had to be funded. */
export class Money {
  private readonly county: County;
  private readonly sources: Source[];
  private readonly batches = new Map<string, Batch>();

  constructor(county: County) {
    this.county = county;
    this.sources = SOURCES.map((source) => this.open(source));
  }

  /** Books the claim's way through the account, as far as its dates have come. */
  settle(claim: ClaimToSettle): Settlement {
    const { random, today } = this.county;
    const source = this.sourceFor(claim.benefit);
    source.needed += claim.amountFen;
    this.post(source, "reserved", claim.amountFen, claim.approvedOn, {
      key: `reserve:${claim.id}:0`,
      note: `核定 ${claim.number}`,
      claimId: claim.id,
    });
    const settlement: Settlement = { sourceId: source.id, paidFen: null, steps: [] };
    if (claim.cancelledOn !== null) {
      this.post(source, "released", claim.amountFen, claim.cancelledOn, {
        key: `release:${claim.id}:0`,
        note: `释放 ${claim.number}`,
        claimId: claim.id,
      });
    }
    if (claim.payableOn === null) return settlement;
    const madeOn = nextPayday(claim.payableOn);
    if (madeOn > today) return settlement;
    const [maker] = this.county.payers;
    const batch = this.batchFor(source, madeOn);
    batch.count += 1;
    batch.fen += claim.amountFen;
    source.needsCash += claim.amountFen;
    settlement.steps.push({ to: "batched", on: madeOn, by: maker });
    const settledOn = addDays(madeOn, 3);
    const returned = random.chance(0.008);
    const state =
      settledOn > today ? (addDays(madeOn, 1) > today ? "batched" : "sent") : returned ? "returned" : "paid";
    const payment = this.addPayment(batch, claim, state, settledOn);
    const common = { claimId: claim.id, paymentId: payment.id };
    if (state === "paid") {
      settlement.paidFen = claim.amountFen;
      settlement.steps.push({ to: "paid", on: settledOn, by: maker });
      this.post(source, "paid", claim.amountFen, settledOn, {
        ...common,
        key: `paid:${payment.id}`,
        note: `到账 ${payment.number}`,
      });
      this.post(source, "spent", claim.amountFen, settledOn, {
        ...common,
        key: `spent:${payment.id}`,
        note: `列支 ${payment.number}`,
      });
    } else if (state === "returned") {
      settlement.steps.push({ to: "payable", on: settledOn, by: maker, reason: "户名与账号不符" });
      this.post(source, "bounced", claim.amountFen, settledOn, {
        ...common,
        key: `bounced:${payment.id}`,
        note: `银行退回 ${payment.number}`,
      });
    }
    return settlement;
  }

  /** Writes the batches, the funding that all of it needed, and the totals. */
  close(): void {
    const { county } = this;
    const [maker, releaser] = county.payers;
    for (const batch of this.batches.values()) {
      const releasedOn = addDays(batch.madeOn, 1);
      const released = releasedOn <= county.today;
      const settledOn = addDays(batch.madeOn, 3);
      const state = settledOn <= county.today ? "settled" : released ? "sent" : "submitted";
      county.sink.add("payment_batch", {
        id: batch.id,
        number: batch.number,
        source_id: batch.source.id,
        region: county.region,
        state,
        count: batch.count,
        total_fen: batch.fen,
        made_by: maker,
        made_at: at(batch.madeOn, "10:00:00"),
        released_by: released ? releaser : null,
        released_at: released ? at(releasedOn, "09:30:00") : null,
        bank_file_digest: null,
      });
      const steps = [
        { to: "draft", at: at(batch.madeOn, "10:00:00"), by: maker },
        { to: "submitted", at: at(batch.madeOn, "10:20:00"), by: maker },
        { to: "released", at: at(releasedOn, "09:30:00"), by: releaser },
        { to: "sent", at: at(releasedOn, "09:40:00"), by: maker },
        { to: "settled", at: at(settledOn, "16:00:00"), by: maker },
      ];
      addHistory(county, "payment-batch", batch.id, steps.slice(0, state === "settled" ? 5 : state === "sent" ? 4 : 2));
      if (released)
        this.post(batch.source, "sent", batch.fen, releasedOn, {
          key: `sent:${batch.id}`,
          note: `放款 ${batch.number}，${batch.count} 笔`,
        });
    }
    for (const [index, source] of this.sources.entries()) this.fundSource(source, SOURCES[index]?.shareOfFunding ?? 0);
    for (const source of this.sources) {
      for (const [code, account] of source.accounts) {
        county.sink.add("ledger_total", {
          account_id: account.id,
          total_fen: account.fen,
          floor_at_zero: floorOf(code),
        });
      }
    }
  }

  private open(source: (typeof SOURCES)[number]): Source {
    const { county } = this;
    const id = rowId(county);
    county.sink.add("fund_source", {
      id,
      code: source.code,
      name: source.name,
      region: county.region,
      opened_on: county.firstDay,
      draw_order: source.drawOrder,
    });
    const accounts = new Map<string, { id: string; fen: number }>();
    for (const [book, codes] of Object.entries(CHART)) {
      for (const [code, { name, floor }] of Object.entries(codes)) {
        const account = rowId(county);
        accounts.set(`${book}/${code}`, { id: account, fen: 0 });
        county.sink.add("ledger_account", { id: account, source_id: id, book, code, name, floor_at_zero: floor });
      }
    }
    return { id, code: source.code, accounts, needed: 0, needsCash: 0 };
  }

  /** 70 million yuan as the programme has it, or more where the county is larger than the programme. */
  private fundSource(source: Source, share: number): void {
    const planned = Math.round(7_000_000_000 * share);
    const quota = Math.max(planned, roundUp(source.needed * 1.12));
    const cash = Math.max(Math.round(planned * 0.8), roundUp(source.needsCash * 1.08));
    this.post(source, "quota-issued", quota, this.county.firstDay, {
      key: `quota-issued:${source.id}:示例-1`,
      note: "下达额度，凭证 示例-1",
    });
    this.post(source, "funded", cash, this.county.firstDay, {
      key: `funded:${source.id}:示例-1`,
      note: "资金拨入，凭证 示例-1",
    });
  }

  private sourceFor(benefit: string): Source {
    const code =
      benefit === "special-operation"
        ? "HYCY"
        : this.county.random.weighted([
            ["SYBX", 85],
            ["JYBZ", 13],
            ["DFRC", 2],
          ] as const);
    const source = this.sources.find((each) => each.code === code);
    if (!source) throw new RangeError(code);
    return source;
  }

  private batchFor(source: Source, madeOn: CivilDate): Batch {
    for (let part = 0; ; part += 1) {
      const key = `${source.id} ${madeOn} ${part}`;
      const found = this.batches.get(key);
      if (found && found.count < BATCH_LIMIT) return found;
      if (found) continue;
      const n = this.batches.size + 1;
      const made: Batch = {
        id: idOf("batch", n),
        number: `BF${madeOn.slice(0, 4)}-${String(n).padStart(5, "0")}`,
        source,
        madeOn,
        count: 0,
        fen: 0,
      };
      this.batches.set(key, made);
      return made;
    }
  }

  private addPayment(
    batch: Batch,
    claim: ClaimToSettle,
    state: string,
    settledOn: CivilDate,
  ): { id: string; number: string } {
    const n = (this.county.counters.payment += 1);
    const id = idOf("payment", n);
    const number = `${batch.number}-${String(batch.count).padStart(5, "0")}`;
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
      settled_on: settled ? settledOn : null,
      created_at: at(batch.madeOn, "10:00:00"),
    });
    return { id, number };
  }

  private post(
    source: Source,
    movement: Movement,
    fen: number,
    on: CivilDate,
    { key, note, claimId, paymentId }: { key: string; note: string; claimId?: string; paymentId?: string },
  ): void {
    const { county } = this;
    const { book, debit, credit } = MOVEMENTS[movement];
    const n = (county.counters.entry += 1);
    const id = idOf("entry", n);
    county.sink.add("ledger_entry", {
      id,
      seq: n,
      source_id: source.id,
      book,
      kind: movement,
      posted_on: on,
      key,
      claim_id: claimId ?? null,
      payment_id: paymentId ?? null,
      note,
      made_by: null,
      made_at: at(on, "12:00:00"),
    });
    this.line(source, id, book, debit, fen);
    this.line(source, id, book, credit, -fen);
  }

  private line(source: Source, entryId: string, book: Book, code: AccountCode, fen: number): void {
    const account = source.accounts.get(`${book}/${code}`);
    if (!account) throw new RangeError(code);
    account.fen += fen;
    this.county.sink.add("ledger_posting", {
      id: (this.county.counters.posting += 1),
      entry_id: entryId,
      account_id: account.id,
      source_id: source.id,
      book,
      amount_fen: fen,
    });
  }
}

const roundUp = (fen: number): number => Math.ceil(fen / 100_000_000) * 100_000_000;

const nextPayday = (date: CivilDate): CivilDate =>
  addDays(EPOCH, (Math.floor(daysBetween(EPOCH, date) / PAYDAY_EVERY) + 1) * PAYDAY_EVERY);

function floorOf(name: string): boolean {
  const [book, code] = name.split("/") as [Book, string];
  return (CHART[book] as Record<string, { floor: boolean }>)[code]?.floor ?? false;
}
