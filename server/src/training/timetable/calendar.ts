import { addDays } from "@jinengtong/standards";
import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, CivilDate, Id, Instant } from "../../kernel/shapes.ts";
import { organisationOwner } from "../../organisations/index.ts";
import { CLASS_READERS } from "../class/visible.ts";

const Entry = z.object({
  sessionId: Id,
  classId: Id,
  className: z.string(),
  classState: z.string(),
  topic: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  teacherId: Id,
  teacherName: z.string(),
  roomId: Id,
  roomName: z.string(),
});

/** Week of an institution: every session with room and teacher, seven days from the given one. */
export const showCalendar = operation({
  method: "GET",
  path: "/api/v1/organisations/:id/calendar",
  summary: "机构课程周历",
  permission: { roles: CLASS_READERS, over: organisationOwner },
  scope: "classes:read",
  params: ById,
  query: z.object({ from: CivilDate.optional() }),
  output: z.object({ from: CivilDate, to: CivilDate, sessions: z.array(Entry) }),
  async run(context, { params, query }) {
    const from = query.from ?? context.today;
    const to = addDays(from, 6);
    const found = await sql<{
      id: string;
      class_id: string;
      name: string;
      state: string;
      topic: string;
      starts_at: Date;
      ends_at: Date;
      teacher_id: string;
      teacher_name: string;
      room_id: string;
      room_name: string;
    }>`
      select s.id, s.class_id, c.name, c.state, s.topic, s.starts_at, s.ends_at, s.teacher_id, p.name as teacher_name, s.room_id, r.name as room_name
      from class_session s join training_class c on c.id = s.class_id
      join person p on p.id = s.teacher_person_id join room r on r.id = s.room_id
      where c.organisation_id = ${params.id} and not s.cancelled
        and s.starts_at >= ${`${from}T00:00:00+08:00`}::timestamptz and s.starts_at < ${`${addDays(to, 1)}T00:00:00+08:00`}::timestamptz
      order by s.starts_at, r.name limit 2000`.execute(context.db);
    return {
      from,
      to,
      sessions: found.rows.map((row) => ({
        sessionId: row.id,
        classId: row.class_id,
        className: row.name,
        classState: row.state,
        topic: row.topic,
        startsAt: row.starts_at.toISOString(),
        endsAt: row.ends_at.toISOString(),
        teacherId: row.teacher_id,
        teacherName: row.teacher_name,
        roomId: row.room_id,
        roomName: row.room_name,
      })),
    };
  },
});
