import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { CivilDate, Id } from "../../kernel/shapes.ts";
import type { ClassState } from "../class-states.ts";
import { classStates } from "../class-states.ts";
import { Level } from "../class/shapes.ts";

/** Public data of a class: no learners, no teachers' names. */
export const OpenClass = z.object({
  id: Id,
  number: z.string(),
  name: z.string(),
  organisationName: z.string(),
  benefit: z.string(),
  occupation: z.string(),
  occupationName: z.string(),
  level: Level,
  town: z.string(),
  address: z.string(),
  startsOn: CivilDate,
  endsOn: CivilDate,
  requiredHours: z.number().int(),
  capacity: z.number().int(),
  placesLeft: z.number().int(),
  openEnrolment: z.boolean(),
  stateLabel: z.string(),
  mayEnrol: z.boolean(),
});

export interface Row {
  id: string;
  number: string;
  name: string;
  organisation_name: string;
  benefit: string;
  occupation: string;
  occupation_name: string;
  level: number;
  town: string;
  address: string;
  starts_on: z.output<typeof CivilDate>;
  ends_on: z.output<typeof CivilDate>;
  required_hours: number;
  capacity: number;
  places_left: number;
  open_enrolment: boolean;
  state: ClassState;
}

export const columns = sql`c.id, c.number, c.name, o.name as organisation_name, c.benefit, c.occupation, c.occupation_name, c.level, c.town, c.address,
  c.starts_on, c.ends_on, c.required_hours, c.capacity, c.open_enrolment, c.state,
  c.capacity - (select count(*)::int from enrolment e where e.class_id = c.id and e.seat is not null) as places_left`;

export const toOpenClass = (row: Row): z.output<typeof OpenClass> => ({
  id: row.id,
  number: row.number,
  name: row.name,
  organisationName: row.organisation_name,
  benefit: row.benefit,
  occupation: row.occupation,
  occupationName: row.occupation_name,
  level: row.level,
  town: row.town,
  address: row.address,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  requiredHours: row.required_hours,
  capacity: row.capacity,
  placesLeft: Math.max(0, row.places_left),
  openEnrolment: row.open_enrolment,
  stateLabel: classStates.states[row.state].label,
  mayEnrol: row.state === "approved" && row.open_enrolment && row.places_left > 0,
});
