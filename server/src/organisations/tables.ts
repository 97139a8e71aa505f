import type { Generated } from "kysely";

declare module "../kernel/database.ts" {
  interface Tables {
    organisation: {
      id: Generated<string>;
      uscc: string;
      name: string;
      kind:
        | "training-institution"
        | "vocational-school"
        | "enterprise"
        | "hr-service"
        | "industry-association"
        | "evaluation-body"
        | "co-operative"
        | "department"
        | "bureau";
      ownership: Generated<"public" | "private">;
      region: string;
      town: string;
      address: string | null;
      contact_name: string | null;
      contact_phone_sealed: Buffer | null;
      contact_phone_masked: string | null;
      state: Generated<"active" | "suspended" | "exited">;
      demo: Generated<boolean>;
      created_at: Generated<Date>;
    };
    organisation_order: {
      id: Generated<string>;
      organisation_id: string;
      from_state: "active" | "suspended" | "exited";
      to_state: "active" | "suspended" | "exited";
      reason: string;
      basis: string;
      evidence_file_ids: string[];
      made_by: string;
      made_at: Generated<Date>;
    };
    teacher: {
      id: Generated<string>;
      organisation_id: string;
      person_id: string;
      employment: "full-time" | "part-time" | "enterprise-trainer";
      occupations: Generated<string[]>;
      qualification: string | null;
      state: Generated<"active" | "left">;
      created_at: Generated<Date>;
    };
    room: {
      id: Generated<string>;
      organisation_id: string;
      name: string;
      address: string;
      capacity: number;
      latitude: number | null;
      longitude: number | null;
      state: Generated<"active" | "closed">;
      name_key: Generated<string | null>;
    };
    period_form: {
      digest: Buffer;
      code: string;
      version: string;
      definition: unknown;
      kept_at: Generated<Date>;
    };
    period_return: {
      id: Generated<string>;
      form_digest: Buffer;
      form_code: string;
      period: string;
      organisation_id: string;
      region: string;
      due_on: DateColumn;
      state: Generated<"draft" | "submitted" | "agreed" | "returned" | "accepted" | "locked" | "reopened">;
      version: Generated<number>;
      figures: Generated<unknown>;
      note: string | null;
      row_count: Generated<number>;
      first_submitted_on: DateColumn | null;
      submitted_by: string | null;
      submitted_at: Date | null;
      agreed_by: string | null;
      accepted_by: string | null;
      edited_at: Generated<Date>;
    };
    period_return_version: {
      return_id: string;
      version: number;
      form_digest: Buffer;
      figures: unknown;
      reckoned: unknown;
      warnings: unknown;
      note: string | null;
      row_count: number;
      late: boolean;
      submitted_by: string;
      submitted_at: Date;
    };
    period_return_row: {
      id: Generated<string>;
      return_id: string;
      line: number;
      from_version: number;
      to_version: number | null;
      content: unknown;
      key_hash: Buffer;
      id_number_sealed: Buffer | null;
      id_number_hash: Buffer | null;
      id_number_masked: string | null;
      phone_sealed: Buffer | null;
      phone_masked: string | null;
      invoice: string | null;
    };
  }
}
