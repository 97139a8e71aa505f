import type { ColumnType, Generated } from "kysely";

declare module "../kernel/database.ts" {
  interface Tables {
    training_class: {
      id: Generated<string>;
      number: string;
      organisation_id: string;
      enterprise_id: string | null;
      project_id: string | null;
      policy_id: string;
      benefit: string;
      name: string;
      occupation: string;
      occupation_name: string;
      level: number;
      content_kind: "general-quality" | "occupation" | "new-industry" | "entrepreneurship" | "new-occupation";
      course: "syb" | "simulation" | "online-business" | "ability" | null;
      region: string;
      town: string;
      address: Generated<string>;
      starts_on: DateColumn;
      ends_on: DateColumn;
      capacity: number;
      required_hours: number;
      online_ratio: Generated<number>;
      plan: Generated<string>;
      assessment_plan: Generated<string>;
      open_enrolment: Generated<boolean>;
      /** Fee of a learner with the assessment, before any subsidy. */
      price_fen: Generated<number | null>;
      /** For people who want to join. */
      phone: Generated<string | null>;
      bring: Generated<string>;
      state: Generated<string>;
      plan_version: Generated<number>;
      created_by: string | null;
      submitted_by: string | null;
      submitted_at: Date | null;
      decided_by: string | null;
      decided_at: Date | null;
      created_at: Generated<Date>;
    };
    class_session: {
      id: Generated<string>;
      class_id: string;
      starts_at: Date;
      ends_at: Date;
      hours: number;
      topic: string;
      quality_module: Generated<boolean>;
      practice: Generated<boolean>;
      teacher_id: string;
      teacher_person_id: string;
      room_id: string;
      cancelled: Generated<boolean>;
      cancelled_because: string | null;
    };
    class_paper: {
      file_id: string;
      class_id: string;
      added_by: string;
      added_at: Date;
      removed_by: ColumnType<string | null, undefined, string>;
      removed_at: ColumnType<Date | null, undefined, Date>;
    };
    class_notice: {
      id: Generated<string>;
      class_id: string;
      text: string;
      posted_by: string;
      posted_at: Date;
    };
    class_letter: {
      id: Generated<number>;
      class_id: string;
      enrolment_id: string;
      from_school: boolean;
      text: string;
      account_id: string;
      at: Date;
    };
    leave_request: {
      id: Generated<string>;
      session_id: string;
      enrolment_id: string;
      reason: string;
      state: Generated<string>;
      asked_at: Date;
      decided_by: Generated<string | null>;
      decided_at: Generated<Date | null>;
      answer: Generated<string | null>;
    };
    class_wish: {
      id: Generated<string>;
      person_id: string;
      occupation: string;
      occupation_name: string;
      level: number;
      towns: string[];
      made_at: Date;
      ended_at: Generated<Date | null>;
      told_class_id: Generated<string | null>;
    };
    class_filing: {
      class_id: string;
      version: number;
      content: Json<unknown>;
      submitted_by: string;
      submitted_at: Generated<Date>;
    };
    class_change: {
      id: Generated<string>;
      class_id: string;
      kind: "timetable" | "joiner" | "attendance";
      content: Json<unknown>;
      reason: string;
      state: Generated<string>;
      submitted_by: string;
      submitted_at: Generated<Date>;
      decided_by: string | null;
      decided_at: Date | null;
      decision_reason: string | null;
    };
    enrolment: {
      id: Generated<string>;
      class_id: string;
      person_id: string;
      seat: number | null;
      state: Generated<string>;
      group_code: string | null;
      town: string;
      enrolled_by: string | null;
      created_at: Generated<Date>;
      completed_on: DateColumn | null;
      outcome_code: Generated<string | null>;
      missing_hours: Generated<number | null>;
      /** In whose place, where it isn't on the learner's own ground. */
      substitution_id: Generated<string | null>;
    };
    refused_presence: {
      id: Generated<number>;
      person_id: string;
      enrolment_id: string;
      kind: "sign-in" | "watch";
      session_id: string | null;
      lease_id: string | null;
      elsewhere_session_id: string | null;
      elsewhere_lease_id: string | null;
      device: string | null;
      at: Generated<Date>;
    };
    attendance_mark: {
      id: Generated<number>;
      session_id: string;
      enrolment_id: string;
      person_id: string;
      mark: "present" | "absent" | "leave" | "late" | "left-early" | "sick";
      method: "code" | "roll-call" | "correction";
      minutes: number;
      device: string | null;
      latitude: number | null;
      longitude: number | null;
      reason: string | null;
      account_id: string | null;
      at: Generated<Date>;
    };
    attendance: {
      session_id: string;
      enrolment_id: string;
      person_id: string;
      mark_id: number;
      mark: string;
      hours: number;
      during: string;
    };
  }
}
