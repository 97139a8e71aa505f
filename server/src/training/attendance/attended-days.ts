import { county } from "@jinengtong/county";
import type { CivilDate } from "@jinengtong/standards";
import { sql, type Database } from "../../kernel/database.ts";

/** Share of a day's sessions that makes it a day attended: at least half of them, or every one. */
export type AttendedDayRule = "half" | "every-session";

/** One civil day of a class for one learner. */
export interface ClassDay {
  day: CivilDate;
  /** Sessions held, and how many of them the learner attended. */
  due: number;
  present: number;
  /** Marks in the order of the sessions; null: nothing was marked. */
  marks: (string | null)[];
  attended: boolean;
}

/**
 * The days of each enrolment's class in order, held against its marks. A session is attended where at least half of its hours are
 * credited; cancelled ones do not count, nor does anything learnt online. The county's file sets the rule for a day; by default half.
 */
export async function classDays(
  db: Database,
  enrolmentIds: readonly string[],
  rule: AttendedDayRule = county().attendedDay ?? "half",
): Promise<Map<string, ClassDay[]>> {
  const days = new Map<string, ClassDay[]>(enrolmentIds.map((id) => [id, []]));
  if (enrolmentIds.length === 0) return days;
  const found = await sql<Omit<ClassDay, "attended"> & { enrolment_id: string }>`
    select e.id as enrolment_id, to_char(s.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, count(*)::int as due,
      (count(*) filter (where a.hours * 2 >= s.hours))::int as present, array_agg(a.mark order by s.starts_at) as marks
    from enrolment e join class_session s on s.class_id = e.class_id and not s.cancelled
    left join attendance a on a.session_id = s.id and a.enrolment_id = e.id
    where e.id = any(${[...enrolmentIds]}::uuid[]) group by e.id, 2 order by e.id, 2`.execute(db);
  for (const { enrolment_id, ...row } of found.rows) {
    const attended = rule === "half" ? row.present * 2 >= row.due : row.present === row.due;
    days.get(enrolment_id)?.push({ ...row, attended });
  }
  return days;
}

/** Civil days that each learner attended, in order; none for one without such a day. */
export async function attendedDays(db: Database, enrolmentIds: readonly string[]): Promise<Map<string, CivilDate[]>> {
  const days = await classDays(db, enrolmentIds);
  return new Map([...days].map(([id, own]) => [id, own.filter(({ attended }) => attended).map(({ day }) => day)]));
}
