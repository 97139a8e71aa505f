import type { CivilDate as CivilDateText } from "@jinengtong/standards";
import { createWorkdayCalendar, todayInShanghai } from "@jinengtong/standards";
import { z } from "zod";
import type { Actor } from "../../kernel/actor.ts";
import { sql } from "../../kernel/database.ts";
import { CivilDate, Id, Instant } from "../../kernel/shapes.ts";
import { admissionStates, type AdmissionState } from "./admission-states.ts";
import { Level } from "../list/lists.ts";

/** Roles that may read admissions, besides the organisation itself. */
export const ADMISSION_READERS = [
  "institution",
  "evaluator",
  "enterprise",
  "reviewer",
  "department",
  "auditor",
] as const;
/** Roles that may apply: any carrier or evaluator, public and private alike. */
export const APPLICANTS = ["institution", "evaluator", "enterprise"] as const;

/** Working days within which the bureau answers an application. */
const REVIEW_WORKING_DAYS = 20;
const calendar = createWorkdayCalendar({ unknownYears: "provisional" });

export const AdmissionLine = z.object({
  id: Id,
  organisationId: Id,
  organisationName: z.string(),
  activity: z.enum(["training", "evaluation"]),
  occupation: z.string(),
  occupationName: z.string(),
  level: Level,
  state: z.string(),
  stateLabel: z.string(),
  annualCapacity: z.number().int().nullable(),
  validFrom: CivilDate.nullable(),
  validTo: CivilDate.nullable(),
  submittedAt: Instant.nullable(),
  dueOn: CivilDate.nullable(),
  overdue: z.boolean(),
});

export interface AdmissionRow {
  id: string;
  organisation_id: string;
  organisation_name: string;
  activity: "training" | "evaluation";
  occupation: string;
  occupation_name: string;
  level: number;
  state: AdmissionState;
  annual_capacity: number | null;
  valid_from: CivilDateText | null;
  valid_to: CivilDateText | null;
  submitted_at: Date | null;
}

/** Columns of a line, from `admission a` joined to `organisation o`. */
export const ADMISSION_COLUMNS = sql`a.id, a.organisation_id, o.name as organisation_name, a.activity, a.occupation, a.occupation_name, a.level,
  a.state, a.annual_capacity, a.valid_from, a.valid_to, a.submitted_at`;

export function toAdmissionLine(row: AdmissionRow, today: CivilDateText): z.output<typeof AdmissionLine> {
  const waits = row.state === "submitted" || row.state === "inspecting";
  const due =
    waits && row.submitted_at !== null
      ? calendar.addWorkingDays(todayInShanghai(row.submitted_at), REVIEW_WORKING_DAYS)
      : null;
  return {
    id: row.id,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    activity: row.activity,
    occupation: row.occupation,
    occupationName: row.occupation_name,
    level: row.level,
    state: row.state,
    stateLabel: admissionStates.states[row.state].label,
    annualCapacity: row.annual_capacity,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    submittedAt: row.submitted_at?.toISOString() ?? null,
    dueOn: due,
    overdue: due !== null && due < today,
  };
}

/** Condition on `admission a` joined to `organisation o` for what this account covers; drafts are visible to the applicant only. */
export function visibleAdmissions(actor: Actor) {
  return (APPLICANTS as readonly string[]).includes(actor.role)
    ? sql<boolean>`a.organisation_id = ${actor.organisationId}`
    : sql<boolean>`starts_with(o.town, ${actor.region}) and a.state <> 'draft'`;
}
