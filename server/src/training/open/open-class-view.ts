import type { RawBuilder } from "kysely";
import { z } from "zod";
import { standardsFor } from "../../catalogue/index.ts";
import { sql, type Database } from "../../kernel/database.ts";
import { CivilDate, Fen, Id } from "../../kernel/shapes.ts";
import type { ClassState } from "../class-states.ts";
import { classStates } from "../class-states.ts";
import { Level } from "../class/shapes.ts";

/** When a class meets: every session in the evening, at the weekend, or at one of both; otherwise by day. */
export const Meets = z.enum(["day", "evening", "weekend", "off-work"]);
export type Meets = z.output<typeof Meets>;

/** Public data of a class: no learners, no teachers' names. */
export const OpenClass = z.object({
  id: Id,
  number: z.string(),
  name: z.string(),
  organisationId: Id,
  organisationName: z.string(),
  benefit: z.string(),
  occupation: z.string(),
  occupationName: z.string(),
  level: Level,
  town: z.string(),
  address: z.string(),
  phone: z.string().nullable(),
  startsOn: CivilDate,
  endsOn: CivilDate,
  requiredHours: z.number().int(),
  capacity: z.number().int(),
  placesLeft: z.number().int(),
  openEnrolment: z.boolean(),
  meets: Meets.nullable().describe("晚上、周末或白天上课；没有课表的为空"),
  priceFen: Fen.nullable().describe("每人收费，未扣补贴；空为机构没有写"),
  subsidyFen: Fen.nullable().describe("开班当日目录里的培训和鉴定补贴标准；空为目录没有"),
  shortage: z.boolean().describe("列入紧缺职业目录"),
  stateLabel: z.string(),
  mayEnrol: z.boolean(),
});

export interface Row {
  id: string;
  number: string;
  name: string;
  organisation_id: string;
  organisation_name: string;
  benefit: string;
  occupation: string;
  occupation_name: string;
  level: number;
  town: string;
  address: string;
  phone: string | null;
  starts_on: z.output<typeof CivilDate>;
  ends_on: z.output<typeof CivilDate>;
  required_hours: number;
  submitted_at: Date | null;
  capacity: number;
  places_left: number;
  open_enrolment: boolean;
  meets: Meets | null;
  price_fen: number | null;
  state: ClassState;
}

/** Sessions before the evening, and on working days: the conditions of the indexes that a class is looked up by (0081). */
const BY_DAY = sql`(s.starts_at at time zone 'Asia/Shanghai')::time < '17:00'`;
const ON_WORKING_DAY = sql`extract(isodow from s.starts_at at time zone 'Asia/Shanghai') < 6`;

/** When a class meets; null without a timetable. Each question is one look into an index, so it is asked for rows that are shown, not for all that are searched. */
export function meetsOf(classId: RawBuilder<unknown>): RawBuilder<Meets | null> {
  const none = (such: RawBuilder<unknown>) =>
    sql`(select 1 from class_session s where s.class_id = ${classId} and not s.cancelled and ${such} limit 1) is null`;
  return sql<Meets | null>`case when ${none(sql`true`)} then null when ${none(BY_DAY)} then 'evening'
    when ${none(ON_WORKING_DAY)} then 'weekend' when ${none(sql`${BY_DAY} and ${ON_WORKING_DAY}`)} then 'off-work' else 'day' end`;
}

/** Columns that a search chooses and sorts by: all of a row but when it meets. */
export const searchColumns = sql`c.id, c.number, c.name, c.organisation_id, o.name as organisation_name, c.benefit, c.occupation,
  c.occupation_name, c.level, c.town, c.address, c.phone, c.starts_on, c.ends_on, c.required_hours, c.submitted_at, c.capacity,
  c.open_enrolment, c.price_fen, c.state,
  c.capacity - (select count(*)::int from enrolment e where e.class_id = c.id and e.seat is not null) as places_left`;

export const columns = sql`${searchColumns}, ${meetsOf(sql`c.id`)} as meets`;

/** Rows of classes as everybody sees them, each with the standards by which it is paid. */
export async function toOpenClasses(db: Database, rows: readonly Row[]): Promise<z.output<typeof OpenClass>[]> {
  const standards = await standardsFor(
    db,
    rows.map((row) => ({
      occupation: row.occupation,
      level: row.level,
      date: row.starts_on,
      region: row.town,
      filed: row.submitted_at === null ? undefined : { at: row.submitted_at, hours: row.required_hours },
    })),
  );
  return rows.map((row, at) => {
    const standard = standards[at] ?? null;
    return {
      id: row.id,
      number: row.number,
      name: row.name,
      organisationId: row.organisation_id,
      organisationName: row.organisation_name,
      benefit: row.benefit,
      occupation: row.occupation,
      occupationName: row.occupation_name,
      level: row.level,
      town: row.town,
      address: row.address,
      phone: row.phone,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      requiredHours: row.required_hours,
      capacity: row.capacity,
      placesLeft: Math.max(0, row.places_left),
      openEnrolment: row.open_enrolment,
      meets: row.meets,
      priceFen: row.price_fen,
      subsidyFen: standard === null ? null : standard.trainingFen + standard.assessmentFen,
      shortage: standard?.shortage ?? false,
      stateLabel: classStates.states[row.state].label,
      mayEnrol: row.state === "approved" && row.open_enrolment && row.places_left > 0,
    };
  });
}
