import { sql, type Database } from "../../kernel/database.ts";

/** Class hours attended in person so far, per enrolment; 0 for one without any mark. Cancelled sessions do not count. */
export async function offlineHours(db: Database, enrolmentIds: readonly string[]): Promise<Map<string, number>> {
  const hours = new Map(enrolmentIds.map((id) => [id, 0]));
  if (enrolmentIds.length === 0) return hours;
  const found = await sql<{ enrolment_id: string; hours: number }>`
    select a.enrolment_id, sum(a.hours) as hours
    from attendance a join class_session s on s.id = a.session_id
    where a.enrolment_id = any(${enrolmentIds}::uuid[]) and not s.cancelled
    group by a.enrolment_id`.execute(db);
  for (const row of found.rows) hours.set(row.enrolment_id, row.hours);
  return hours;
}
