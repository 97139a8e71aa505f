import type { CivilDate } from "@jinengtong/standards";
import { sql, type Database } from "../../kernel/database.ts";

/**
 * Civil days on which a learner attended at least half of the day's sessions, in order, per enrolment; none for one without such a day.
 * A session is attended where at least half of its hours are credited. Cancelled sessions do not count.
 */
export async function attendedDays(db: Database, enrolmentIds: readonly string[]): Promise<Map<string, CivilDate[]>> {
  const days = new Map<string, CivilDate[]>(enrolmentIds.map((id) => [id, []]));
  if (enrolmentIds.length === 0) return days;
  const found = await sql<{ enrolment_id: string; days: CivilDate[] }>`
    select enrolment_id, array_agg(to_char(day, 'YYYY-MM-DD') order by day) as days from (
      select e.id as enrolment_id, (s.starts_at at time zone 'Asia/Shanghai')::date as day
      from enrolment e join class_session s on s.class_id = e.class_id and not s.cancelled
      left join attendance a on a.session_id = s.id and a.enrolment_id = e.id
      where e.id = any(${[...enrolmentIds]}::uuid[]) group by e.id, day
      having count(*) filter (where a.hours * 2 >= s.hours) * 2 >= count(*)) d
    group by enrolment_id`.execute(db);
  for (const row of found.rows) days.set(row.enrolment_id, row.days);
  return days;
}
