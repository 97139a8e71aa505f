import type { Generated } from "kysely";

declare module "../kernel/database.ts" {
  interface Tables {
    anomaly: {
      id: Generated<string>;
      rule: string;
      subject_kind: string;
      subject_id: string;
      class_id: string | null;
      organisation_id: string | null;
      region: string;
      severity: number;
      summary: string;
      evidence: Json<unknown>;
      found_at: Generated<Date>;
      state: Generated<"open" | "explained" | "confirmed" | "dismissed" | "settled">;
      decided_by: string | null;
      decided_at: Date | null;
      decision_reason: string | null;
      resolved_by: Generated<string | null>;
      resolved_at: Generated<Date | null>;
      resolution_reason: Generated<string | null>;
    };
    audit_sample: {
      id: Generated<string>;
      seed: string;
      frame: "payments" | "claims" | "classes" | "certificates";
      filter: Json<unknown>;
      frame_size: number;
      size: number;
      drawn: string[];
      drawn_by: string;
      drawn_at: Generated<Date>;
    };
    daily_digest: { account_id: string; day: DateColumn; at: Date };
    audit_finding: {
      id: Generated<string>;
      sample_id: string | null;
      subject_kind: string;
      subject_id: string;
      verdict: "in-order" | "question" | "irregular";
      note: string;
      found_by: string;
      found_at: Generated<Date>;
    };
  }
}
