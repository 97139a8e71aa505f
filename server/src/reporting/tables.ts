import type { Generated } from "kysely";

declare module "../kernel/database.ts" {
  interface Tables {
    calendar_feed: {
      token_hash: Buffer;
      person_id: string;
      made_at: Date;
      revoked_at: Date | null;
    };
    workload: {
      id: Generated<string>;
      organisation_id: string;
      region: string;
      year: number;
      state: Generated<"draft" | "confirmed" | "returned" | "accepted" | "locked">;
      version: Generated<number>;
      other_income_fen: Generated<number>;
      material_fen: Generated<number>;
      trainers_fen: Generated<number>;
      parameters: unknown;
      totals: unknown;
      confirmed_by: string | null;
      accepted_by: string | null;
    };
    workload_line: {
      workload_id: string;
      version: number;
      class_id: string;
      correction: boolean;
      percent: number;
      heads: number;
      class_hours: number;
      learner_hours: number;
      trainer_hours: number;
      income_fen: number;
    };
    class_share: {
      class_id: string;
      partner_id: string;
      percent: number;
      proposed_by: string;
      proposed_at: Date;
      agreed_by: string | null;
      agreed_at: Date | null;
    };
    return_double: {
      id: Generated<string>;
      row_id: string;
      other_row_id: string | null;
      enrolment_id: string | null;
      found_on: DateColumn;
    };
    target: {
      id: Generated<string>;
      policy_id: string;
      measure: "person-times" | "skilled-share" | "high-skilled-share" | "apprentices" | "fund-fen";
      year: number | null;
      region: string;
      department_id: string | null;
      value: number;
      clause: string;
      set_by: string | null;
      set_at: Generated<Date>;
    };
    base_figure: {
      measure: "employed" | "skilled" | "high-skilled";
      region: string;
      on_date: DateColumn;
      value: number;
      source: string;
      recorded_by: string | null;
      recorded_at: Generated<Date>;
      reason: string | null;
      replaced_at: Generated<Date | null>;
    };
    department_scope: {
      kind: "project" | "institution" | "occupation" | "group" | "benefit" | "town";
      code: string;
      department_id: string;
      clause: string;
      set_by: string | null;
      set_at: Generated<Date>;
    };
    /** Written by triggers only: see `CLASS_FACTS`. */
    class_page_version: { class_id: string; version: Generated<string> };
    fact_code: {
      id: Generated<number>;
      dimension: string;
      code: string;
      label: string | null;
    };
    fact_progress: {
      single: Generated<boolean>;
      version: Generated<number>;
      built: Generated<boolean>;
      history_id: Generated<number>;
      mark_id: Generated<number>;
      watch_id: Generated<number>;
      entry_seq: Generated<number>;
      followed_to: Generated<Date>;
    };
    training_fact: {
      enrolment_id: string;
      id: Generated<number>;
      version: number;
      person_number: number;
    };
    money_fact: {
      entry_id: string;
      id: Generated<number>;
      version: number;
      person_number: number;
    };
    claim_fact: {
      claim_id: string;
      id: Generated<number>;
      version: number;
      person_number: number;
    };
  }
}
