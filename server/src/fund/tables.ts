import type { ColumnType, Generated } from "kysely";

declare module "../kernel/database.ts" {
  interface Tables {
    fund_source: {
      id: Generated<string>;
      code: string;
      name: string;
      region: string;
      opened_on: DateColumn;
      draw_order: Generated<number>;
    };
    ledger_account: {
      id: Generated<string>;
      source_id: string;
      book: "quota" | "cash";
      code: string;
      name: string;
      floor_at_zero: Generated<boolean>;
    };
    ledger_entry: {
      id: Generated<string>;
      seq: Generated<number>;
      source_id: string;
      book: "quota" | "cash";
      kind: string;
      posted_on: DateColumn;
      key: string;
      claim_id: string | null;
      payment_id: string | null;
      note: string;
      made_by: string | null;
      made_at: Generated<Date>;
    };
    ledger_posting: {
      id: Generated<number>;
      entry_id: string;
      account_id: string;
      source_id: string;
      book: string;
      amount_fen: number;
    };
    ledger_total: {
      account_id: string;
      total_fen: number;
      floor_at_zero: boolean;
    };
    /** Sums that an account took and gave on a day, by the benefit of the claim; without a claim the benefit is empty. */
    ledger_day: {
      account_id: string;
      posted_on: DateColumn;
      benefit: string;
      debit_fen: number;
      credit_fen: number;
    };
    payment_batch: {
      id: Generated<string>;
      number: string;
      source_id: string;
      region: string;
      state: Generated<string>;
      count: Generated<number>;
      total_fen: Generated<number>;
      made_by: string;
      made_at: Generated<Date>;
      released_by: string | null;
      released_at: Date | null;
      bank_file_digest: string | null;
    };
    /** The day of a payable claim as its payee was last told it. */
    payment_outlook: {
      claim_id: string;
      basis: string;
      expected_on: DateColumn | null;
      told_at: Date;
    };
    expected_inflow: {
      id: Generated<string>;
      source_id: string;
      amount_fen: number;
      expected_on: DateColumn;
      document: string;
      replaces: ColumnType<string | null, string | null | undefined>;
      ended: ColumnType<"arrived" | "withdrawn" | null, "arrived" | "withdrawn" | undefined>;
      reason: ColumnType<string | null, string | null | undefined>;
      noted_by: string;
      noted_at: Date;
    };
    payment: {
      id: Generated<string>;
      number: string;
      batch_id: string;
      claim_id: string;
      payee_account_id: string;
      payee_name: string;
      amount_fen: number;
      state: Generated<string>;
      bank_reference: string | null;
      return_reason: string | null;
      settled_on: DateColumn | null;
      created_at: Generated<Date>;
    };
    bank_return: {
      id: Generated<string>;
      batch_id: string | null;
      file_id: string | null;
      digest: Buffer;
      paid_count: Generated<number>;
      returned_count: Generated<number>;
      repeated_count: Generated<number>;
      unknown: Generated<Json<unknown>>;
      received_by: string | null;
      received_at: Generated<Date>;
    };
    bank_return_line: {
      payment_id: string;
      outcome: "paid" | "returned";
      on_date: DateColumn;
      reference: string;
      reason: string | null;
      return_id: string;
      booked_by: string | null;
    };
    ledger_correction: {
      id: Generated<string>;
      entry_id: string;
      reason: string;
      asked_by: string;
      asked_at: Generated<Date>;
      decided_by: string | null;
      decided_at: Date | null;
      agreed: boolean | null;
    };
    clawback: {
      id: Generated<string>;
      claim_id: string;
      amount_fen: number;
      reason: string;
      state: Generated<string>;
      due_on: DateColumn;
      demanded_by: string;
      demanded_at: Generated<Date>;
      repaid_on: DateColumn | null;
      confirmed_by: string | null;
    };
    clawback_end: {
      id: Generated<string>;
      clawback_id: string;
      as_state: "cancelled" | "written-off";
      reason: string;
      asked_by: string;
      asked_at: Generated<Date>;
      decided_by: string | null;
      decided_at: Date | null;
      agreed: boolean | null;
    };
  }
}
