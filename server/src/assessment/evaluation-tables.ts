import type { Generated } from "kysely";

declare module "../kernel/database.ts" {
  interface Tables {
    evaluation_rule: {
      id: Generated<string>;
      region: string;
      name: string;
      occupation: string | null;
      value: number;
      effective_from: DateColumn;
      source: string;
      set_by: string | null;
      set_at: Generated<Date>;
      decided_by: string | null;
      decided_at: Date | null;
      agreed: boolean | null;
    };
    evaluation_condition: {
      code: string;
      level: number;
      text: string;
      work_years: number;
      lower_level: number | null;
      lower_years: number;
      needs_proof: boolean;
      effective_from: DateColumn;
      effective_to: DateColumn | null;
      source: string;
    };
    evaluation_site: {
      id: Generated<string>;
      organisation_id: string;
      code: string;
      name: string;
      address: string;
      tenure: "own" | "rented";
      leased_from: DateColumn | null;
      leased_to: DateColumn | null;
      video: boolean;
      added_by: string | null;
      added_at: Date;
    };
    evaluation_room: { id: Generated<string>; site_id: string; name: string; seats: number; stations: number };
    evaluation_filing: {
      id: Generated<string>;
      organisation_id: string;
      number: string;
      kind: "employer" | "social-body";
      institution_code: string;
      province_code: string;
      valid_from: DateColumn;
      valid_to: DateColumn;
      region: string;
      charges: string;
      state: Generated<"submitted" | "approved" | "returned" | "ended">;
      submitted_by: string | null;
      submitted_at: Date;
      decided_by: string | null;
      decided_at: Date | null;
      decision_reason: string | null;
    };
    evaluation_filing_item: {
      filing_id: string;
      site_id: string;
      occupation: string;
      occupation_name: string;
      level: number;
      charge_fen: number;
    };
    evaluation_staff: {
      id: Generated<string>;
      person_id: string;
      organisation_id: string | null;
      region: string;
      kind: StaffKind;
      certificate_number: string;
      valid_from: DateColumn;
      valid_to: DateColumn;
      occupations: string[];
      highest_level: number;
      state: Generated<"registered" | "confirmed" | "rejected" | "removed">;
      registered_by: string | null;
      registered_at: Date;
      decided_by: string | null;
      decided_at: Date | null;
      decision_reason: string | null;
    };
    evaluation_staff_training: {
      id: Generated<number>;
      staff_id: string;
      on_day: DateColumn;
      hours: number;
      subject: string;
      recorded_by: string | null;
      recorded_at: Date;
    };
    evaluation_staff_year: {
      id: Generated<number>;
      staff_id: string;
      year: number;
      result: "excellent" | "qualified" | "unqualified";
      reason: string;
      recorded_by: string | null;
      recorded_at: Date;
    };
    evaluation_batch: {
      id: Generated<string>;
      number: string;
      organisation_id: string;
      site_id: string;
      region: string;
      occupation: string;
      occupation_name: string;
      level: number;
      ways: EvaluationWay[];
      exam_on: DateColumn;
      starts_at: Date;
      ends_at: Date;
      practice_minutes: number;
      expected: number;
      charge_fen: number;
      notice: string;
      state: Generated<string>;
      started_at: Date | null;
      held_at: Date | null;
      submitted_by: string | null;
      submitted_at: Date | null;
      decided_by: string | null;
      decided_at: Date | null;
      decision_reason: string | null;
      created_by: string | null;
      created_at: Date;
    };
    evaluation_stop: {
      id: Generated<string>;
      batch_id: string;
      reason: string;
      stopped_by: string;
      stopped_at: Date;
      lifted_by: string | null;
      lifted_at: Date | null;
      lift_reason: string | null;
    };
    evaluation_candidate: {
      id: Generated<string>;
      batch_id: string;
      person_id: string;
      enrolment_id: string | null;
      employer: Generated<string>;
      condition: string;
      work_years: number;
      lower_certificate: string | null;
      proof_file_id: string | null;
      photo_file_id: string | null;
      make_up_of: string | null;
      state: Generated<"entered" | "admitted" | "refused" | "withdrawn">;
      ticket: string | null;
      checked_by: string | null;
      checked_at: Date | null;
      check_reason: string | null;
      registered_by: string | null;
      registered_at: Date;
    };
    evaluation_room_use: {
      id: Generated<string>;
      batch_id: string;
      subject: EvaluationWay;
      room_id: string;
      starts_at: Date;
      ends_at: Date;
      released: Generated<boolean>;
    };
    evaluation_seat: {
      candidate_id: string;
      subject: EvaluationWay;
      room_use_id: string;
      seat: number;
      starts_at: Date;
    };
    evaluation_assignment: {
      id: Generated<string>;
      batch_id: string;
      staff_id: string;
      duty: EvaluationDuty;
      leader: Generated<boolean>;
      assigned_by: string | null;
      assigned_at: Date;
      removed_at: Date | null;
      present_at: Date | null;
      conflict: string | null;
      conflict_at: Date | null;
    };
    evaluation_paper: {
      id: Generated<string>;
      organisation_id: string;
      occupation: string;
      level: number;
      subject: EvaluationWay;
      title: string;
      source: string;
      file_id: string;
      digest: Buffer;
      added_by: string | null;
      added_at: Date;
    };
    evaluation_paper_draw: {
      id: Generated<string>;
      batch_id: string;
      subject: EvaluationWay;
      paper_id: string;
      pool: number;
      drawn_by: string | null;
      drawn_at: Date;
      first_by: string | null;
      first_at: Date | null;
      second_by: string | null;
      second_at: Date | null;
    };
    evaluation_score: {
      id: Generated<string>;
      batch_id: string;
      candidate_id: string;
      subject: EvaluationWay;
      staff_id: string;
      status: "scored" | "absent" | "cheated";
      score: number | null;
      replaces: string | null;
      reason: string | null;
      via: "phone" | "sheet";
      recorded_by: string | null;
      recorded_at: Date;
    };
    evaluation_result: {
      id: Generated<string>;
      batch_id: string;
      candidate_id: string;
      theory: number | null;
      practice: number | null;
      review: number | null;
      status: "scored" | "absent" | "cheated";
      passed: boolean;
      replaces: string | null;
      reason: string | null;
      decided_by: string | null;
      decided_at: Date;
    };
    evaluation_supervision: {
      id: Generated<string>;
      batch_id: string;
      assignment_id: string;
      step: "papers" | "theory" | "practice" | "review" | "scoring";
      heads: number | null;
      finding: string;
      grave: boolean;
      at: Date;
      recorded_by: string | null;
    };
    evaluation_publicity: {
      batch_id: string;
      starts_on: DateColumn;
      ends_on: DateColumn;
      started_by: string | null;
      started_at: Date;
    };
    evaluation_objection: {
      id: Generated<string>;
      batch_id: string;
      candidate_id: string;
      text: string;
      state: Generated<"open" | "upheld" | "refused">;
      raised_by: string;
      raised_at: Date;
      answer: string | null;
      answered_by: string | null;
      answered_at: Date | null;
    };
    evaluation_certificate_counter: {
      organisation_id: string;
      site_code: string;
      year: number;
      level: number;
      last: number;
    };
    evaluation_certificate: { candidate_id: string; batch_id: string; certificate_id: string };
    evaluation_upload: {
      batch_id: string;
      receipt: string;
      uploaded_on: DateColumn;
      recorded_by: string | null;
      recorded_at: Date;
    };
    evaluation_archive: {
      batch_id: string;
      digest: Buffer;
      rows: number;
      archived_by: string | null;
      archived_at: Date;
    };
  }
}

/** Parts of an evaluation: 理论, 技能, 综合评审. */
export type EvaluationWay = "theory" | "practice" | "review";
export type EvaluationDuty =
  | "examiner"
  | "invigilator"
  | "exam-officer"
  | "internal-supervisor"
  | "external-supervisor";
export type StaffKind =
  | "examiner"
  | "senior-examiner"
  | "invigilator"
  | "exam-officer"
  | "internal-supervisor"
  | "external-supervisor";
