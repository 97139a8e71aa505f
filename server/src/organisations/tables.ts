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
  }
}
