import { sql, type Database } from "../../kernel/database.ts";
import type { z } from "zod";
import type { TodaySession } from "./home-shapes.ts";

/** Sessions of classes selected by `where` (on `c` and `s`), in order, with their marks. */
export async function sessionsOf(
  db: Database,
  where: ReturnType<typeof sql<boolean>>,
  limit = 50,
): Promise<z.output<typeof TodaySession>[]> {
  const found = await sql<
    Omit<z.output<typeof TodaySession>, "startsAt" | "endsAt"> & { startsAt: Date; endsAt: Date }
  >`
    select s.id as "sessionId", c.id as "classId", c.name as "className", s.topic, r.name as room, t.name as teacher,
      s.starts_at as "startsAt", s.ends_at as "endsAt",
      (select count(*)::int from enrolment e where e.class_id = c.id and e.seat is not null) as expected,
      (select count(*)::int from attendance a where a.session_id = s.id) as marked,
      (select count(*)::int from attendance a where a.session_id = s.id and a.mark in ('present', 'late', 'left-early')) as present
    from class_session s
    join training_class c on c.id = s.class_id join room r on r.id = s.room_id join person t on t.id = s.teacher_person_id
    where ${where} and not s.cancelled order by s.starts_at, s.id limit ${limit}`.execute(db);
  return found.rows.map((row) => ({
    ...row,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
  }));
}
