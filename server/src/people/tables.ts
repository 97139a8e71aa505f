import type { Generated } from "kysely";

declare module "../kernel/database.ts" {
  interface Tables {
    person: {
      id: Generated<string>;
      number: Generated<number>;
      name: string;
      citizen_id_sealed: Buffer;
      citizen_id_hash: Buffer;
      citizen_id_masked: string;
      phone_sealed: Buffer | null;
      phone_hash: Buffer | null;
      phone_masked: string | null;
      birth_date: DateColumn;
      sex: "M" | "F";
      town: string;
      education: string | null;
      demo: Generated<boolean>;
      created_at: Generated<Date>;
      created_by: string | null;
      id_kind: Generated<"citizen" | "residence-card" | "passport">;
      /** ISO 3166-1 alpha-3 of a paper that isn't Chinese. */
      nationality: Generated<string | null>;
      joined_into: Generated<string | null>;
    };
    identified_person: { hash: Buffer; id: string; name: string; joined: boolean };
    person_join: {
      id: Generated<string>;
      kept_id: string;
      joined_id: string;
      undoes: Generated<string | null>;
      state: Generated<"asked" | "done" | "declined">;
      reason: string;
      asked_by: string;
      asked_at: Date;
      decided_by: Generated<string | null>;
      decided_at: Generated<Date | null>;
    };
    person_join_row: {
      join_id: string;
      table_name: string;
      column_name: string;
      key: Json<unknown>;
      followed: boolean;
    };
    person_group: {
      id: Generated<string>;
      person_id: string;
      code: string;
      valid_from: DateColumn;
      valid_to: DateColumn | null;
      evidence_file_id: string | null;
      evidence_note: string | null;
      state: Generated<string>;
      declared_by: string | null;
      decided_by: string | null;
      created_at: Generated<Date>;
    };
    person_fact: {
      id: Generated<string>;
      person_id: string;
      kind:
        | "employment"
        | "insurance"
        | "pension"
        | "unemployment-benefit"
        | "degree"
        | "training-need"
        | "in-place-of"
        | "provincial-subsidy"
        | "withdrawn";
      value: Json<unknown>;
      source: string;
      replaces: string | null;
      reason: string | null;
      recorded_by: string | null;
      recorded_at: Generated<Date>;
    };
    substitution: {
      id: Generated<string>;
      /** Trains in the place of the principal. */
      person_id: string;
      principal_id: string;
      relation: "spouse" | "parent" | "child";
      proof: "household-register" | "marriage-certificate" | "birth-certificate" | "community";
      evidence_file_id: string;
      valid_from: DateColumn;
      valid_to: DateColumn;
      state: Generated<string>;
      declared_by: string;
      decided_by: string | null;
      created_at: Generated<Date>;
      consented_at: Generated<Date | null>;
      /** The principal's own account, or the officer who kept the signed paper. */
      consent_by: Generated<string | null>;
      consent_file_id: Generated<string | null>;
    };
    fact_query: {
      id: Generated<string>;
      source: string;
      day: DateColumn;
      person_ids: string[];
      state: Generated<"open" | "answered" | "silent">;
      tries: Generated<number>;
      fault: string | null;
      answers: Generated<number>;
      recorded: Generated<number>;
      asked_by: string | null;
      asked_at: Date;
      answered_at: Date | null;
    };
    /** Whether single entries of a register ask for two officers, where the county says so. */
    register_second: {
      subject: string;
      two_officers: boolean;
      basis: string;
      set_by: string | null;
      set_at: Generated<Date>;
    };
    person_entry: {
      id: Generated<string>;
      person_id: string;
      subject: string;
      content: Json<unknown>;
      state: Generated<"submitted" | "confirmed" | "refused" | "withdrawn">;
      entered_by: string;
      entered_at: Date;
      decided_by: Generated<string | null>;
      decided_at: Generated<Date | null>;
      decision_reason: Generated<string | null>;
    };
    register_keeper: {
      id: Generated<string>;
      /** `group:<code>` or `fact:<kind>`. */
      subject: string;
      /** Null: the human-resources bureau. */
      organisation_id: string | null;
      basis: string;
      set_by: string | null;
      set_at: Generated<Date>;
    };
    fact_import: {
      id: Generated<string>;
      number: Generated<number>;
      subject: string;
      organisation_id: string | null;
      region: string;
      file_id: string | null;
      undoes: string | null;
      source: string;
      reason: string | null;
      rows_wanted: "all" | "good" | null;
      state: Generated<"checking" | "ready" | "refused" | "submitted" | "applying" | "applied" | "discarded">;
      refused: string | null;
      unread: Generated<string[]>;
      notes: Generated<string[]>;
      total: Generated<number>;
      done: Generated<number>;
      faulty: Generated<number>;
      warned: Generated<number>;
      added: Generated<number>;
      changed: Generated<number>;
      same: Generated<number>;
      sent_by: string;
      sent_at: Generated<Date>;
      confirmed_by: string | null;
      confirmed_at: Date | null;
    };
    fact_import_row: {
      import_id: string;
      row_number: number;
      who: string;
      value: Json<unknown> | null;
      outcome: "add" | "change" | "same" | "fault";
      findings: Json<unknown>;
      warned: Generated<boolean>;
      person_id: string | null;
      fact_id: string | null;
      group_id: string | null;
      was_until: string | null;
    };
    fact_correction: {
      id: Generated<string>;
      person_id: string;
      about: string;
      fact_id: string | null;
      group_id: string | null;
      wish: string;
      evidence_file_id: string | null;
      state: Generated<"asked" | "accepted" | "declined" | "withdrawn">;
      asked_by: string;
      asked_at: Generated<Date>;
      decided_by: string | null;
      decided_at: Date | null;
      answer: string | null;
      new_fact_id: string | null;
    };
    consent: {
      id: Generated<number>;
      person_id: string;
      purpose: string;
      text_version: string;
      given: boolean;
      at: Generated<Date>;
      account_id: string | null;
    };
    window_session: {
      id: Generated<string>;
      number: Generated<number>;
      person_id: string;
      officer_id: string;
      region: string;
      purposes: string[];
      state: Generated<"asked" | "open" | "ended">;
      asked_at: Date;
      consent_kind: Generated<"code" | "paper" | "officer" | null>;
      consent_by: Generated<string | null>;
      consent_file_id: Generated<string | null>;
      opened_at: Generated<Date | null>;
      expires_at: Generated<Date | null>;
      ended_at: Generated<Date | null>;
      ended_by: Generated<string | null>;
    };
    person_helper: {
      id: Generated<string>;
      person_id: string;
      helper_id: string;
      relation: "spouse" | "child" | "parent" | "sibling" | "other";
      named_by: string;
      named_at: Date;
      ended_at: Generated<Date | null>;
      ended_by: Generated<string | null>;
    };
    acted_for: {
      id: Generated<number>;
      window_id: string | null;
      helping_id: string | null;
      account_id: string;
      operation: string;
      subject_kind: string | null;
      subject_id: string | null;
      at: Date;
    };
    payee_account: {
      id: Generated<string>;
      person_id: string | null;
      organisation_id: string | null;
      holder_name: string;
      bank_name: string;
      number_sealed: Buffer;
      number_hash: Buffer;
      number_masked: string;
      created_at: Generated<Date>;
      created_by: string | null;
      replaced_at: Date | null;
    };
    personal_data_access: {
      id: Generated<number>;
      person_id: string;
      account_id: string;
      purpose: string;
      fields: string[];
      at: Generated<Date>;
    };
  }
}
