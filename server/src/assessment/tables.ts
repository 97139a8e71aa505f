import type { Generated } from "kysely";

declare module "../kernel/database.ts" {
  interface Tables {
    exam: {
      id: Generated<string>;
      class_id: string;
      kind: "completion" | "evaluation";
      evaluator_id: string | null;
      held_on: DateColumn;
      pass_score: Generated<number>;
      examiner_names: Generated<string[]>;
      created_by: string | null;
      created_at: Generated<Date>;
    };
    exam_result: {
      id: Generated<string>;
      exam_id: string;
      enrolment_id: string;
      score: number | null;
      theory: number | null;
      skill: number | null;
      absent: Generated<boolean>;
      passed: boolean;
      replaces: string | null;
      reason: string | null;
      recorded_by: string | null;
      recorded_at: Generated<Date>;
    };
    attendance_rule: {
      id: Generated<string>;
      region: string;
      effective_from: DateColumn;
      minimum_percent: number;
      sufficient: Generated<boolean>;
      source: string;
      set_by: string | null;
      set_at: Generated<Date>;
    };
    attendance_rule_decision: {
      rule_id: string;
      agreed: boolean;
      decided_by: string | null;
      decided_at: Generated<Date>;
    };
    certificate_counter: { organisation_id: string; year: number; last: number };
    certificate: {
      id: Generated<string>;
      serial: string;
      kind:
        | "professional-qualification"
        | "skill-level"
        | "special-ability"
        | "special-operation"
        | "special-equipment"
        | "safety-management"
        | "completion";
      person_id: string;
      holder_name: string;
      class_id: string | null;
      enrolment_id: string | null;
      occupation: string;
      occupation_name: string;
      level: number;
      issuer_id: string | null;
      issuer_name: string;
      issued_on: DateColumn;
      valid_to: DateColumn | null;
      hours: number | null;
      source: Generated<"platform" | "declared" | "national-query">;
      token: Generated<string>;
      created_by: string | null;
      created_at: Generated<Date>;
    };
    certificate_revocation: {
      certificate_id: string;
      reason: string;
      revoked_by: string | null;
      revoked_at: Generated<Date>;
    };
    certificate_declaration: {
      id: Generated<string>;
      person_id: string;
      number: string;
      kind: string;
      occupation: string;
      occupation_name: string;
      level: number;
      issuer_name: string;
      issued_on: DateColumn;
      valid_to: DateColumn | null;
      evidence_file_id: string | null;
      state: Generated<"declared" | "confirmed" | "rejected" | "withdrawn">;
      query_answer: "confirmed" | "unknown" | "cannot-tell";
      query_note: string;
      declared_by: string;
      declared_at: Generated<Date>;
      decided_by: string | null;
      decided_at: Date | null;
      decision_reason: string | null;
      certificate_id: string | null;
    };
    class_feedback: {
      id: Generated<string>;
      enrolment_id: string;
      class_id: string;
      organisation_id: string;
      teaching: number;
      practice: number;
      service: number;
      useful: number;
      text: string;
      state: Generated<"submitted" | "published" | "refused" | "withdrawn">;
      written_by: string;
      written_at: Date;
      decided_by: Generated<string | null>;
      decided_at: Generated<Date | null>;
      decision_reason: Generated<string | null>;
      reply: Generated<string | null>;
      replied_by: Generated<string | null>;
      replied_at: Generated<Date | null>;
      reply_removed_by: Generated<string | null>;
      reply_removed_at: Generated<Date | null>;
      reply_removed_because: Generated<string | null>;
    };
    credit_rule: {
      id: string;
      effective_from: DateColumn;
      effective_to: DateColumn | null;
      basis: "class-hours" | "online-hours" | "exam" | "certificate";
      condition: Generated<Json<unknown>>;
      credits_hundredths: number;
      per: "hour" | "each";
      source: string;
    };
    credit: {
      id: Generated<number>;
      person_id: string;
      rule_id: string;
      basis_kind: string;
      basis_id: string;
      credits_hundredths: number;
      note: string;
      at: Generated<Date>;
      ordinal: Generated<number>;
      on_date: DateColumn | null;
    };
    posting_item: {
      code: string;
      effective_from: DateColumn;
      effective_to: DateColumn | null;
      kind: "special-operation" | "special-equipment" | "safety-management" | "professional-qualification";
      category: string;
      name: string;
      occupation: string;
      review_months: number | null;
      office: "emergency" | "market-supervision" | "housing" | "transport" | "human-resources";
      source: string;
    };
    posting_rule: {
      effective_from: DateColumn;
      amber_days: number;
      orange_days: number;
      warn_days: number[];
      review_hours: number;
      retest_months: number;
      code_days: number;
      source: string;
    };
    post: {
      id: Generated<string>;
      organisation_id: string;
      workplace: string;
      name: string;
      town: string;
      item: string | null;
      since: DateColumn;
      closed_on: DateColumn | null;
      created_by: string;
      created_at: Date;
    };
    posting: {
      id: Generated<string>;
      post_id: string;
      person_id: string;
      from_on: DateColumn;
      to_on: DateColumn | null;
      created_by: string;
      created_at: Date;
      ended_by: string | null;
      ended_at: Date | null;
    };
    work_licence: {
      id: Generated<string>;
      person_id: string;
      organisation_id: string;
      item: string;
      serial: string;
      issuer_name: string;
      first_issued_on: DateColumn;
      issued_on: DateColumn;
      valid_to: DateColumn | null;
      reviewed_on: DateColumn | null;
      next_review_on: DateColumn | null;
      evidence_file_id: string | null;
      state: Generated<"entered" | "verified" | "rejected">;
      certificate_id: string | null;
      queried_on: DateColumn | null;
      query_note: string | null;
      query_file_id: string | null;
      entered_by: string;
      entered_at: Date;
      decided_by: string | null;
      decided_at: Date | null;
    };
    posting_warning: { posting_id: string; due_on: DateColumn; days: number; at: Date };
    posting_digest: { recipient: string; week: DateColumn; at: Date };
    gate_check: {
      id: Generated<string>;
      licence_id: string;
      checked_at: Date;
      recorded_at: Date;
      colour: "green" | "amber" | "orange" | "red";
      account_id: string | null;
    };
    review_class: {
      id: Generated<string>;
      organisation_id: string;
      item: string;
      person_ids: string[];
      hours: number;
      wanted_on: DateColumn;
      note: string | null;
      state: Generated<"proposed" | "taken" | "withdrawn">;
      proposed_by: string;
      proposed_at: Date;
      taken_by_organisation: string | null;
      answered_by: string | null;
      answered_at: Date | null;
    };
    pilot: {
      id: Generated<string>;
      school_id: string;
      evaluator_id: string;
      certificate: string;
      level: "junior" | "intermediate" | "senior";
      majors: string[];
      places: number;
      fee_fen: number;
      year: number;
      state: Generated<"proposed" | "approved" | "refused" | "withdrawn">;
      proposed_by: string;
      proposed_at: Date;
      decided_by: string | null;
      decided_at: Date | null;
      reason: string | null;
    };
    pilot_candidate: {
      id: Generated<string>;
      pilot_id: string;
      person_id: string;
      registered_by: string;
      registered_at: Date;
    };
    pilot_result: {
      id: Generated<string>;
      candidate_id: string;
      sat: boolean;
      passed: boolean;
      number: string | null;
      on_date: DateColumn;
      replaces: string | null;
      reason: string | null;
      recorded_by: string;
      recorded_at: Date;
    };
    pilot_credit: {
      id: Generated<string>;
      candidate_id: string;
      course: string;
      points_hundredths: number;
      recognised_by: string;
      recognised_at: Date;
    };
    master_scheme: {
      id: Generated<string>;
      organisation_id: string;
      title: string;
      special_places: number;
      chief_places: number;
      conditions: string;
      pay: string;
      state: Generated<"filed" | "accepted" | "returned" | "ended">;
      filed_by: string;
      filed_at: Date;
      decided_by: string | null;
      decided_at: Date | null;
      reason: string | null;
    };
    master_appointment: {
      id: Generated<string>;
      scheme_id: string;
      person_id: string;
      grade: "special" | "chief";
      trade: string;
      panel: string[];
      score: number;
      publicised_from: DateColumn;
      publicised_to: DateColumn;
      from_on: DateColumn | null;
      to_on: DateColumn | null;
      filing_number: string | null;
      certificate_number: string | null;
      state: Generated<"publicised" | "dropped" | "listed" | "ended">;
      appointed_by: string;
      appointed_at: Date;
      decided_by: string | null;
      decided_at: Date | null;
      reason: string | null;
    };
    career_step: {
      id: string;
      effective_from: DateColumn;
      effective_to: DateColumn | null;
      from_level: number;
      to_level: number | null;
      title: string;
      years: number;
      conditions: string;
      source: string;
    };
  }
}
