import type { CivilDate } from "@jinengtong/standards";
import { at, type DemoCounty, rowId } from "../../kernel/demo/county.ts";
import { idOf } from "../../kernel/demo/ids.ts";
import { CHART, MOVEMENTS, type AccountCode, type Book, type Movement } from "../books/chart.ts";
import { SOURCES } from "./sources.ts";

export interface Source {
  id: string;
  code: string;
  accounts: Map<string, { id: string; fen: number }>;
  /** Total outflow of this source, in fen. */
  needed: number;
  needsCash: number;
}

interface Entry {
  key: string;
  note: string;
  claimId?: string;
  paymentId?: string;
}

/** Books of each source: entries as they come, then funding and totals. */
export class Books {
  private readonly county: DemoCounty;
  readonly sources: readonly Source[];

  constructor(county: DemoCounty) {
    this.county = county;
    this.sources = SOURCES.map((source) => this.open(source));
  }

  source(code: string): Source {
    const source = this.sources.find((each) => each.code === code);
    if (!source) throw new RangeError(code);
    return source;
  }

  post(source: Source, movement: Movement, fen: number, on: CivilDate, { key, note, claimId, paymentId }: Entry): void {
    const { county } = this;
    const { book, debit, credit } = MOVEMENTS[movement];
    const n = county.sink.next("ledger_entry");
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

  /** Funds the total outflow, and writes the totals; days are summed by the database. */
  close(): void {
    this.county.sink.derive("select sum_of_ledger_days()");
    for (const [index, source] of this.sources.entries()) this.fund(source, SOURCES[index]?.shareOfFunding ?? 0);
    for (const source of this.sources) {
      for (const [code, account] of source.accounts) {
        this.county.sink.add("ledger_total", {
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
    for (const [book, codes] of Object.entries(CHART) as [Book, (typeof CHART)[Book]][]) {
      for (const [code, { name, floor }] of Object.entries(codes)) {
        const account = rowId(county);
        accounts.set(`${book}/${code}`, { id: account, fen: 0 });
        county.sink.add("ledger_account", { id: account, source_id: id, book, code, name, floor_at_zero: floor });
      }
    }
    return { id, code: source.code, accounts, needed: 0, needsCash: 0 };
  }

  /** 70 million yuan as in the programme, or more if the county is larger. */
  private fund(source: Source, share: number): void {
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

  private line(source: Source, entryId: string, book: Book, code: AccountCode, fen: number): void {
    const account = source.accounts.get(`${book}/${code}`);
    if (!account) throw new RangeError(code);
    account.fen += fen;
    this.county.sink.add("ledger_posting", {
      id: this.county.sink.next("ledger_posting"),
      entry_id: entryId,
      account_id: account.id,
      source_id: source.id,
      book,
      amount_fen: fen,
    });
  }
}

const roundUp = (fen: number): number => Math.ceil(fen / 100_000_000) * 100_000_000;

function floorOf(name: string): boolean {
  const [book, code] = name.split("/") as [Book, string];
  return (CHART[book] as Record<string, { floor: boolean }>)[code]?.floor ?? false;
}
