import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { Id, Instant } from "../../kernel/shapes.ts";
import { oddities, type SignInTrace } from "./live-oddities.ts";
import { CLASS_READERS, visibleClasses } from "../class/visible.ts";

const Live = z.object({
  at: Instant,
  running: z.number().int(),
  sessions: z.array(
    z.object({
      sessionId: Id,
      classId: Id,
      className: z.string(),
      organisationName: z.string(),
      town: z.string(),
      topic: z.string(),
      startsAt: Instant,
      endsAt: Instant,
      teacherName: z.string(),
      roomName: z.string(),
      roomAddress: z.string(),
      expected: z.number().int(),
      signedIn: z.number().int(),
      odd: z.array(z.object({ code: z.string(), sentence: z.string(), count: z.number().int() })),
    }),
  ),
});

interface Row {
  session_id: string;
  class_id: string;
  class_name: string;
  organisation_name: string;
  town: string;
  topic: string;
  starts_at: Date;
  ends_at: Date;
  teacher_name: string;
  room_name: string;
  room_address: string;
  latitude: number | null;
  longitude: number | null;
  expected: number;
  signed_in: number;
  traces: SignInTrace[] | null;
}

/** Sessions in progress: who is there, and anomalies. An alert, not a verdict. */
export const liveClasses = operation({
  method: "GET",
  path: "/api/v1/classes/live",
  summary: "正在上课",
  permission: { roles: CLASS_READERS },
  query: z.object({ town: z.string().max(9).optional() }),
  output: Live,
  async run(context, { query }) {
    const found = await sql<Row>`
      select s.id as session_id, c.id as class_id, c.name as class_name, o.name as organisation_name, c.town, s.topic, s.starts_at, s.ends_at,
             p.name as teacher_name, r.name as room_name, r.address as room_address, r.latitude, r.longitude,
             (select count(*)::int from enrolment e where e.class_id = c.id and e.state = 'enrolled') as expected,
             (select count(*)::int from attendance a where a.session_id = s.id and a.mark in ('present', 'late', 'left-early')) as signed_in,
             (select json_agg(json_build_object('at', (extract(epoch from m.at) * 1000)::bigint, 'device', m.device,
                                                'latitude', m.latitude, 'longitude', m.longitude))
              from attendance_mark m where m.session_id = s.id and m.method = 'code') as traces
      from class_session s join training_class c on c.id = s.class_id join organisation o on o.id = c.organisation_id
      join person p on p.id = s.teacher_person_id join room r on r.id = s.room_id
      where not s.cancelled and c.state = 'running'
        and s.starts_at <= ${context.now}::timestamptz + interval '30 minutes' and s.ends_at >= ${context.now}
        and s.starts_at > ${context.now}::timestamptz - interval '1 day'
        and ${visibleClasses(context.actor)} and starts_with(c.town, ${query.town ?? ""})
      order by s.starts_at, c.number limit 500`.execute(context.db);
    const running = await sql<{ n: number }>`
      select count(*)::int as n from training_class c
      where c.state = 'running' and ${visibleClasses(context.actor)} and starts_with(c.town, ${query.town ?? ""})`.execute(
      context.db,
    );
    return {
      at: context.now.toISOString(),
      running: running.rows[0]?.n ?? 0,
      sessions: found.rows.map((row) => ({
        sessionId: row.session_id,
        classId: row.class_id,
        className: row.class_name,
        organisationName: row.organisation_name,
        town: row.town,
        topic: row.topic,
        startsAt: row.starts_at.toISOString(),
        endsAt: row.ends_at.toISOString(),
        teacherName: row.teacher_name,
        roomName: row.room_name,
        roomAddress: row.room_address,
        expected: row.expected,
        signedIn: row.signed_in,
        odd: oddities(row.traces ?? [], row),
      })),
    };
  },
});
