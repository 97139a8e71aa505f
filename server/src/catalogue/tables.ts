import type { Generated } from "kysely";
import type { AdmissionEventKind } from "./admission/sanctions.ts";

declare module "../kernel/database.ts" {
  interface Tables {
    catalogue_version: {
      id: Generated<string>;
      list: "occupations" | "shortage" | "institutions" | "projects" | "evaluators";
      version: number;
      region: string;
      effective_from: DateColumn;
      effective_to: DateColumn | null;
      note: Generated<string>;
      sample: Generated<boolean>;
      digest: string;
      published_at: Generated<Date>;
      published_by: string | null;
    };
    catalogue_row: {
      version_id: string;
      key: string;
      data: Json<unknown>;
    };
    training_standard: {
      version_id: string;
      edition: number;
      occupation: string;
      occupation_name: string;
      level: number;
      training_fen: number;
      assessment_fen: number;
      required_hours: number;
    };
    shortage_occupation: {
      version_id: string;
      occupation: string;
      occupation_name: string;
    };
    admission: {
      id: Generated<string>;
      organisation_id: string;
      activity: "training" | "evaluation";
      occupation: string;
      occupation_name: string;
      level: number;
      state: Generated<string>;
      statement: Generated<string>;
      evidence_file_ids: Generated<string[]>;
      annual_capacity: number | null;
      valid_from: DateColumn | null;
      valid_to: DateColumn | null;
      submitted_by: string | null;
      submitted_at: Date | null;
      decided_by: string | null;
      decided_at: Date | null;
      decision_reason: string | null;
      created_at: Generated<Date>;
    };
    admission_event: {
      id: Generated<number>;
      admission_id: string;
      kind: AdmissionEventKind;
      on_date: DateColumn;
      reason: string;
      made_by: string | null;
      made_at: Generated<Date>;
    };
    catalogue_draft: {
      region: string;
      list: "occupations" | "shortage";
      begun_by: string | null;
      begun_at: Generated<Date>;
    };
    catalogue_draft_row: {
      region: string;
      list: "occupations" | "shortage";
      key: string;
      data: Json<Record<string, unknown>>;
      changed_by: string | null;
      changed_at: Generated<Date>;
    };
    training_project: {
      id: Generated<string>;
      code: string;
      name: string;
      kind: "named-plan" | "project-based";
      groups: Generated<string[]>;
      clause: string;
      region: string;
      open_from: DateColumn;
      open_to: DateColumn | null;
      /** Office that sets the places of the plan; none: the bureau. */
      owner_id: string | null;
      warn_percent: Generated<number>;
    };
    plan_quota: {
      id: Generated<string>;
      project_id: string;
      year: number;
      scope: "plan" | "town" | "organisation";
      town: string | null;
      organisation_id: string | null;
      places: Generated<number>;
      overdraw: Generated<number>;
      drawn: Generated<number>;
      fen_per_place: number | null;
      returns_on: DateColumn | null;
    };
    plan_quota_change: {
      id: Generated<string>;
      quota_id: string;
      kind: "set" | "overdraw" | "transfer" | "take-back";
      places: number;
      to_quota_id: string | null;
      fen_per_place: number | null;
      returns_on: DateColumn | null;
      reason: string;
      state: Generated<string>;
      proposed_by: string | null;
      proposed_at: Date;
      decided_by: string | null;
      decided_at: Date | null;
    };
    plan_quota_draw: {
      quota_id: string;
      class_id: string;
      places: number;
      changed_at: Date;
    };
  }
}
