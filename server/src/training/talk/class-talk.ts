import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, Id, Instant } from "../../kernel/shapes.ts";
import { leaveRequestStates, type LeaveRequestState } from "../leave-request-states.ts";
import { classOwner } from "../owners.ts";
import { noticesOf, NoticeShape } from "./seat-talk.ts";

/** Talk of one class for its school: notices, the newest letter of each thread, leave that was asked for. */
export const classTalk = operation({
  method: "GET",
  path: "/api/v1/classes/:id/talk",
  summary: "班级的通知、提问和请假",
  permission: { roles: ["institution"], over: classOwner },
  scope: "classes:read",
  params: ById,
  output: z.object({
    notices: z.array(NoticeShape),
    threads: z.array(
      z.object({
        enrolmentId: Id,
        name: z.string(),
        text: z.string(),
        at: Instant,
        waiting: z.boolean().describe("最后一句是学员说的，等答复"),
      }),
    ),
    leaves: z.array(
      z.object({
        id: Id,
        name: z.string(),
        startsAt: Instant,
        topic: z.string(),
        reason: z.string(),
        state: z.string(),
        stateLabel: z.string(),
      }),
    ),
  }),
  async run(context, { params }) {
    const threads = await sql<{ enrolmentId: string; name: string; text: string; at: Date; waiting: boolean }>`
      select * from (select distinct on (l.enrolment_id) l.enrolment_id as "enrolmentId", p.name, l.text, l.at, not l.from_school as waiting
        from class_letter l join enrolment e on e.id = l.enrolment_id join person p on p.id = e.person_id
        where l.class_id = ${params.id} order by l.enrolment_id, l.id desc) x
      order by x.waiting desc, x.at desc limit 200`.execute(context.db);
    const leaves = await sql<{
      id: string;
      name: string;
      starts_at: Date;
      topic: string;
      reason: string;
      state: LeaveRequestState;
    }>`
      select r.id, p.name, s.starts_at, s.topic, r.reason, r.state from class_session s join leave_request r on r.session_id = s.id
      join enrolment e on e.id = r.enrolment_id join person p on p.id = e.person_id
      where s.class_id = ${params.id} and r.state <> 'withdrawn' order by r.state <> 'asked', s.starts_at desc limit 200`.execute(
      context.db,
    );
    return {
      notices: await noticesOf(context, params.id),
      threads: threads.rows.map((row) => ({ ...row, at: row.at.toISOString() })),
      leaves: leaves.rows.map((row) => ({
        id: row.id,
        name: row.name,
        startsAt: row.starts_at.toISOString(),
        topic: row.topic,
        reason: row.reason,
        state: row.state,
        stateLabel: leaveRequestStates.states[row.state].label,
      })),
    };
  },
});
