import type { CivilDate } from "@jinengtong/standards";
import type { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { classStates, type ClassState } from "../class-states.ts";
import type { ClassLine } from "./shapes.ts";

/** Columns of a class in lists, from `training_class c` joined to `organisation o`. */
export const LINE_COLUMNS = sql`c.id, c.number, c.name, c.organisation_id, o.name as organisation_name, c.policy_id, c.benefit, c.occupation,
  c.occupation_name, c.level, c.town, c.starts_on, c.ends_on, c.capacity, c.state, c.submitted_at,
  (select count(*)::int from enrolment e where e.class_id = c.id and e.seat is not null) as seats_taken`;

export interface LineRow {
  id: string;
  number: string;
  name: string;
  organisation_id: string;
  organisation_name: string;
  policy_id: string;
  benefit: string;
  occupation: string;
  occupation_name: string;
  level: number;
  town: string;
  starts_on: CivilDate;
  ends_on: CivilDate;
  capacity: number;
  state: ClassState;
  submitted_at: Date | null;
  seats_taken: number;
}

export const toLine = (row: LineRow): z.output<typeof ClassLine> => ({
  id: row.id,
  number: row.number,
  name: row.name,
  organisationId: row.organisation_id,
  organisationName: row.organisation_name,
  policyId: row.policy_id,
  benefit: row.benefit,
  occupation: row.occupation,
  occupationName: row.occupation_name,
  level: row.level,
  town: row.town,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  capacity: row.capacity,
  seatsTaken: row.seats_taken,
  state: row.state,
  stateLabel: classStates.states[row.state].label,
  submittedAt: row.submitted_at?.toISOString() ?? null,
});
