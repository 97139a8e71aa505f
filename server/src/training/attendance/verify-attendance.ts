import { sql } from "../../kernel/database.ts";
import type { Verifier } from "../../kernel/module.ts";

/** Folds the log of marks again and compares with the stored result. */
export const attendanceVerifier: Verifier = {
  name: "考勤",
  async run(services) {
    const counted = await sql<{ n: number }>`select count(*)::int as n from attendance`.execute(services.database);
    const different = await sql<{ session_id: string; enrolment_id: string }>`
      with folded as (
        select distinct on (m.session_id, m.enrolment_id) m.session_id, m.enrolment_id, m.id as mark_id, m.mark,
               case when m.mark = 'present' then s.hours
                    when m.mark in ('late', 'left-early') then least(s.hours, floor(m.minutes / 45.0 * 4) / 4)
                    else 0 end as hours
        from attendance_mark m join class_session s on s.id = m.session_id
        order by m.session_id, m.enrolment_id, m.id desc
      )
      select coalesce(f.session_id, a.session_id) as session_id, coalesce(f.enrolment_id, a.enrolment_id) as enrolment_id
      from folded f full join attendance a on a.session_id = f.session_id and a.enrolment_id = f.enrolment_id
      where (f.mark_id, f.mark, f.hours) is distinct from (a.mark_id, a.mark, a.hours)
      limit 100`.execute(services.database);
    return {
      checked: counted.rows[0]?.n ?? 0,
      differences: different.rows.map(
        (row) => `session ${row.session_id}, enrolment ${row.enrolment_id}: stored attendance differs from its log`,
      ),
    };
  },
};
