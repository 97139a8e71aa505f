import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById, Id, Instant } from "../../kernel/shapes.ts";
import { enrolmentOwner } from "../owners.ts";
import { MyClass, rowsOf } from "./my-class-view.ts";

const OwnMark = z.object({
  sessionId: Id,
  startsAt: Instant,
  endsAt: Instant,
  hours: z.number().int(),
  topic: z.string(),
  room: z.string(),
  mark: z.string().nullable(),
  credited: z.number(),
});

/** One enrolment for its learner: every session, mark and counted hours. */
export const myClass = operation({
  method: "GET",
  path: "/api/v1/my/classes/:id",
  summary: "我的一个培训班",
  permission: { roles: ["learner"], over: enrolmentOwner },
  params: ById,
  output: MyClass.extend({ sessions: z.array(OwnMark) }),
  async run(context, { params }) {
    const [row] = await rowsOf(context, context.actor.personId ?? "", params.id);
    if (!row) throw notFound("培训班");
    const found = await sql<{
      id: string;
      starts_at: Date;
      ends_at: Date;
      hours: number;
      topic: string;
      room: string;
      mark: string | null;
      credited: number | null;
    }>`
      select s.id, s.starts_at, s.ends_at, s.hours, s.topic, r.name as room, a.mark, a.hours as credited
      from class_session s join room r on r.id = s.room_id
      left join attendance a on a.session_id = s.id and a.enrolment_id = ${params.id}
      where s.class_id = ${row.classId} and not s.cancelled order by s.starts_at`.execute(context.db);
    return {
      ...row,
      sessions: found.rows.map((each) => ({
        sessionId: each.id,
        startsAt: each.starts_at.toISOString(),
        endsAt: each.ends_at.toISOString(),
        hours: each.hours,
        topic: each.topic,
        room: each.room,
        mark: each.mark,
        credited: each.credited ?? 0,
      })),
    };
  },
});
