import type { ColumnType, Generated } from "kysely";

declare module "../kernel/database.ts" {
  interface Tables {
    policy_parameter: {
      id: Generated<number>;
      policy_id: string;
      name: string;
      value: Json<unknown>;
      effective_from: DateColumn;
      effective_to: DateColumn | null;
      source: string;
      sample: Generated<boolean>;
      set_by: string | null;
      set_at: Generated<Date>;
      state: Generated<"proposed" | "in-force" | "withdrawn" | "replaced">;
      /** The value confirmed for the same first day. */
      replaced_by: ColumnType<number | null, number | null | undefined>;
      confirmed_by: ColumnType<string | null, string | null | undefined>;
      confirmed_at: ColumnType<Date | null, Date | null | undefined>;
    };
    policy_reading: {
      id: Generated<number>;
      policy_id: string;
      reading: string;
      digest: string;
      source: string;
      state: Generated<"proposed" | "confirmed" | "refused">;
      proposed_by: string;
      proposed_at: Generated<Date>;
      decided_by: ColumnType<string | null, string | null | undefined>;
      decided_on: ColumnType<string | null, string | null | undefined>;
    };
    policy_draft: {
      id: Generated<string>;
      policy_id: string;
      title: string;
      base_policy_id: string | null;
      base_version: string | null;
      base_digest: string | null;
      revision: Generated<number>;
      state: string;
      created_by: string;
      created_at: Generated<Date>;
      submitted_by: string | null;
      submitted_at: Date | null;
      submitted_content: string | null;
      statement: string | null;
    };
    policy_draft_change: {
      draft_id: string;
      path: string;
      revision: number;
      /** JSON text, as `textOf` lays it out; null: the file was taken out. */
      content: string | null;
      changed_by: string;
      changed_at: Generated<Date>;
    };
    policy_impact: {
      task_id: string;
      claim_id: string;
      benefit: string;
      town: string;
      applied_on: DateColumn;
      before_outcome: string;
      before_fen: number;
      after_outcome: string;
      after_fen: number;
      because: string;
    };
    claim: {
      id: Generated<string>;
      number: string;
      policy_id: string;
      benefit: string;
      stage: "advance" | "settlement" | null;
      applied_on: DateColumn;
      person_id: string | null;
      organisation_id: string | null;
      class_id: string | null;
      enrolment_id: string | null;
      certificate_id: string | null;
      subsidy_list_id: string | null;
      payee_kind: "person" | "organisation";
      source_id: string | null;
      region: string;
      town: string;
      asked_fen: number | null;
      approved_fen: number | null;
      paid_fen: number | null;
      state: Generated<string>;
      decision_id: string | null;
      submitted_by: string | null;
      submitted_at: Date | null;
      due_on: DateColumn | null;
      publicised_from: DateColumn | null;
      publicised_to: DateColumn | null;
      stated: ColumnType<Record<string, unknown>, string | undefined, string>;
      evidence_file_ids: Generated<string[]>;
      /** The claim whose later corrected days this one pays. */
      follows_id: Generated<string | null>;
      /** The redecision that it follows from, the claim before it, and for a supplement the amount of that one. */
      redecision_id: ColumnType<string | null, string | null | undefined>;
      redecided_from: ColumnType<string | null, string | null | undefined>;
      supplements: ColumnType<string | null, string | null | undefined>;
      already_fen: Generated<number>;
      created_at: Generated<Date>;
      updated_at: Generated<Date>;
    };
    publicity_round: {
      id: Generated<string>;
      year: number;
      number: number;
      document: string | null;
      /** One document in several rounds. */
      document_shared: Generated<boolean>;
      region: string;
      from_day: DateColumn;
      to_day: DateColumn;
      /** Null: the daily job. */
      opened_by: string | null;
      opened_at: Date;
    };
    publicity_entry: {
      round_id: string;
      claim_id: string;
      amount_fen: number;
    };
    claim_decision: {
      id: Generated<string>;
      claim_id: string;
      version: number;
      facts: Json<unknown>;
      policy_id: string;
      policy_digest: string;
      outcome: "granted" | "refused" | "incomplete";
      amount_fen: Generated<number>;
      recover_fen: Generated<number>;
      at: Generated<Date>;
    };
    claim_review: {
      id: Generated<number>;
      claim_id: string;
      version: number;
      round: number;
      verdict: "pass" | "return" | "refuse";
      officer_id: string;
      submitted_by: string;
      decision_id: string;
      amount_fen: number | null;
      sampled: Generated<boolean>;
      reason: Generated<string>;
      at: Generated<Date>;
    };
    redecision: {
      id: Generated<string>;
      policy_id: string;
      policy_digest: string | null;
      parameter_id: number | null;
      title: string;
      from_day: DateColumn;
      because: string;
      state: string;
      asked_by: string;
      asked_at: Date;
      reached: Generated<string>;
      total: number;
      decided: Generated<number>;
      listed_at: ColumnType<Date | null, Date | null | undefined>;
      first_by: ColumnType<string | null, string | null | undefined>;
      first_at: ColumnType<Date | null, Date | null | undefined>;
      second_by: ColumnType<string | null, string | null | undefined>;
      second_at: ColumnType<Date | null, Date | null | undefined>;
    };
    redecision_row: {
      redecision_id: string;
      claim_id: string;
      decision_id: string;
      number: string;
      benefit: string;
      town: string;
      applied_on: DateColumn;
      policy_digest: string;
      facts: Json<unknown> | null;
      old_outcome: string;
      old_fen: number;
      outcome: "granted" | "refused" | "incomplete";
      amount_fen: number;
      difference_fen: number;
      because: string;
      step: string;
      state: "listed" | "done" | "waiting" | "stale";
      note: Generated<string>;
    };
    benefit_slot: {
      claim_id: string;
      person_id: string;
      rule: string;
      key: string;
      ordinal: number;
      side: Generated<string>;
      taken_at: Generated<Date>;
    };
    objection: {
      id: Generated<string>;
      claim_id: string;
      kind: "public" | "own" | "appeal";
      text: string;
      contact_sealed: Buffer | null;
      person_id: string | null;
      raised_at: Generated<Date>;
      due_on: DateColumn;
      answer: string | null;
      upheld: boolean | null;
      answered_by: string | null;
      answered_at: Date | null;
    };
    claim_cancellation: {
      id: Generated<string>;
      claim_id: string;
      reason: string;
      asked_by: string;
      asked_at: Generated<Date>;
      decided_by: string | null;
      decided_at: Date | null;
      agreed: boolean | null;
      /** Fen granted too much; null: all of it is taken back. */
      less_fen: Generated<number | null>;
      /** Days that are asked back. */
      less_days: Generated<string[] | null>;
      /** Their money came back: they may be paid again. */
      returned_at: Generated<Date | null>;
      /** The demand was withdrawn or written off: they stay paid. */
      given_up_at: Generated<Date | null>;
    };
    claim_hold: {
      id: Generated<string>;
      cause: "anomaly";
      cause_id: string;
      title: string;
      reason: string;
      placed_by: string;
      placed_at: Generated<Date>;
      settled_by: string | null;
      settled_at: Date | null;
      settled_because: string | null;
      excluded: Generated<string[]>;
    };
    claim_hold_subject: {
      subject_id: string;
      hold_id: string;
      kind: "claim" | "class" | "person" | "organisation";
    };
    review_batch: {
      id: Generated<string>;
      round: number;
      seed: string;
      claim_ids: string[];
      sample: string[];
      officer_id: string;
      region: string;
      drawn_at: Generated<Date>;
      passed_at: Date | null;
    };
    review_opening: { batch_id: string; claim_id: string; note: string; at: Generated<Date> };
    subsidy_list: {
      id: Generated<string>;
      class_id: string;
      version: number;
      state: Generated<string>;
      generated_by: string | null;
      generated_at: Generated<Date>;
      submitted_by: string | null;
      submitted_at: Date | null;
      total_fen: Generated<number>;
    };
    subsidy_list_row: {
      list_id: string;
      enrolment_id: string;
      person_id: string;
      included: boolean;
      adjusted_because: string | null;
      facts: Json<unknown>;
      /** Null in rows from before versions were recorded: the programme's first. */
      policy_digest: string | null;
      outcome: string;
      amount_fen: Generated<number>;
    };
  }
}
