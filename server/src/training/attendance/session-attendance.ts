import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, Id, Instant } from "../../kernel/shapes.ts";
import { sessionOwner } from "../owners.ts";
import { CLASS_READERS } from "../class/visible.ts";

const Line = z.object({
  enrolmentId: Id,
  name: z.string(),
  citizenIdMasked: z.string(),
  onLeave: z.boolean().describe("机构准了这节课的假：点名时先记为请假"),
  mark: z.string().nullable(),
  method: z.string().nullable(),
  minutes: z.number().int().nullable(),
  at: Instant.nullable(),
  /** All marks of this learner for this session, newest first: who changed what, and why. */
  log: z.array(
    z.object({
      mark: z.string(),
      method: z.string(),
      minutes: z.number().int(),
      reason: z.string().nullable(),
      at: Instant,
    }),
  ),
});

interface Row {
  id: string;
  name: string;
  citizen_id_masked: string;
  on_leave: boolean;
  log: { mark: string; method: string; minutes: number; reason: string | null; at: string }[] | null;
}

/** One session: roster, mark in force of each learner, and the log behind it. */
export const showSessionAttendance = operation({
  method: "GET",
  path: "/api/v1/sessions/:id/attendance",
  summary: "查看一节课的出勤",
  permission: { roles: CLASS_READERS, over: sessionOwner },
  scope: "classes:read",
  params: ById,
  output: z.object({ learners: z.array(Line) }),
  async run(context, { params }) {
    const found = await sql<Row>`
      select e.id, p.name, p.citizen_id_masked,
        exists (select from leave_request l where l.session_id = s.id and l.enrolment_id = e.id and l.state = 'granted') as on_leave, (
        select json_agg(json_build_object('mark', m.mark, 'method', m.method, 'minutes', m.minutes, 'reason', m.reason, 'at', m.at)
                        order by m.id desc)
        from attendance_mark m where m.session_id = s.id and m.enrolment_id = e.id) as log
      from class_session s join enrolment e on e.class_id = s.class_id and e.state in ('enrolled', 'completed', 'failed')
      join person p on p.id = e.person_id
      where s.id = ${params.id} order by e.seat`.execute(context.db);
    return {
      learners: found.rows.map((row) => {
        const log = (row.log ?? []).map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() }));
        const newest = log[0];
        return {
          enrolmentId: row.id,
          name: row.name,
          citizenIdMasked: row.citizen_id_masked,
          onLeave: row.on_leave,
          mark: newest?.mark ?? null,
          method: newest?.method ?? null,
          minutes: newest?.minutes ?? null,
          at: newest?.at ?? null,
          log,
        };
      }),
    };
  },
});
