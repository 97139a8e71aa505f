import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { CivilDate, Id, Instant } from "../../kernel/shapes.ts";
import { enrolmentStates, type EnrolmentState } from "../enrolment-states.ts";
import { Level } from "../class/shapes.ts";

export const MyClass = z.object({
  enrolmentId: Id,
  classId: Id,
  name: z.string(),
  organisationName: z.string(),
  occupationName: z.string(),
  level: Level,
  benefit: z.string(),
  startsOn: CivilDate,
  endsOn: CivilDate,
  address: z.string(),
  classState: z.string(),
  state: z.string(),
  stateLabel: z.string(),
  requiredHours: z.number().int(),
  offlineHours: z.number(),
  substitutionId: Id.nullable().describe("替亲属参加的，是哪一次申报"),
  nextSession: z.object({ id: Id, startsAt: Instant, endsAt: Instant, topic: z.string(), room: z.string() }).nullable(),
});

interface Row {
  id: string;
  class_id: string;
  name: string;
  organisation_name: string;
  occupation_name: string;
  level: number;
  benefit: string;
  starts_on: z.output<typeof CivilDate>;
  ends_on: z.output<typeof CivilDate>;
  address: string;
  class_state: string;
  state: EnrolmentState;
  required_hours: number;
  hours: number;
  substitution_id: string | null;
  next_id: string | null;
  next_starts: Date | null;
  next_ends: Date | null;
  next_topic: string | null;
  next_room: string | null;
}

export async function rowsOf(
  context: Context,
  personId: string,
  enrolmentId: string | null,
): Promise<z.output<typeof MyClass>[]> {
  const found = await sql<Row>`
    select e.id, c.id as class_id, c.name, o.name as organisation_name, c.occupation_name, c.level, c.benefit, c.starts_on, c.ends_on,
           c.address, c.state as class_state, e.state, c.required_hours, e.substitution_id,
           (select coalesce(sum(a.hours), 0) from attendance a join class_session s on s.id = a.session_id and not s.cancelled
            where a.enrolment_id = e.id) as hours,
           n.id as next_id, n.starts_at as next_starts, n.ends_at as next_ends, n.topic as next_topic, n.room as next_room
    from enrolment e join training_class c on c.id = e.class_id join organisation o on o.id = c.organisation_id
    left join lateral (
      select s.id, s.starts_at, s.ends_at, s.topic, r.name as room from class_session s join room r on r.id = s.room_id
      where s.class_id = c.id and not s.cancelled and s.ends_at > ${context.now} and c.state in ('approved', 'running')
      order by s.starts_at limit 1) n on true
    where e.person_id = ${personId} and (${enrolmentId}::uuid is null or e.id = ${enrolmentId}::uuid)
    order by c.starts_on desc, e.id limit 200`.execute(context.db);
  return found.rows.map((row) => ({
    enrolmentId: row.id,
    classId: row.class_id,
    name: row.name,
    organisationName: row.organisation_name,
    occupationName: row.occupation_name,
    level: row.level,
    benefit: row.benefit,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    address: row.address,
    classState: row.class_state,
    state: row.state,
    stateLabel: enrolmentStates.states[row.state].label,
    requiredHours: row.required_hours,
    offlineHours: row.hours,
    substitutionId: row.substitution_id,
    nextSession:
      row.next_id === null || row.next_starts === null || row.next_ends === null
        ? null
        : {
            id: row.next_id,
            startsAt: row.next_starts.toISOString(),
            endsAt: row.next_ends.toISOString(),
            topic: row.next_topic ?? "",
            room: row.next_room ?? "",
          },
  }));
}
