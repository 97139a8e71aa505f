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
      score: number;
      passed: boolean;
      replaces: string | null;
      reason: string | null;
      recorded_by: string | null;
      recorded_at: Generated<Date>;
    };
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
      created_by: string | null;
      created_at: Generated<Date>;
    };
    certificate_revocation: {
      certificate_id: string;
      reason: string;
      revoked_by: string | null;
      revoked_at: Generated<Date>;
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
    };
  }
}
