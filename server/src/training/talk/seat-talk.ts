import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById, Id, Instant } from "../../kernel/shapes.ts";
import { leaveRequestStates, type LeaveRequestState } from "../leave-request-states.ts";
import { enrolmentOwner } from "../owners.ts";

export const NoticeShape = z.object({ id: Id, text: z.string(), postedAt: Instant });
const Letter = z.object({ id: z.number().int(), fromSchool: z.boolean(), text: z.string(), at: Instant });

/** Talk of one seat: notices of the class, the learner's thread with the school, leave that was asked for. */
export const seatTalk = operation({
  method: "GET",
  path: "/api/v1/enrolments/:id/talk",
  summary: "班级通知、问老师和请假",
  permission: { roles: ["learner", "institution"], over: enrolmentOwner },
  params: ById,
  output: z.object({
    notices: z.array(NoticeShape),
    letters: z.array(Letter),
    leaves: z.array(
      z.object({
        id: Id,
        sessionId: Id,
        reason: z.string(),
        state: z.string(),
        stateLabel: z.string(),
        answer: z.string().nullable(),
      }),
    ),
  }),
  async run(context, { params }) {
    const seat = await context.db
      .selectFrom("enrolment")
      .select("class_id")
      .where("id", "=", params.id)
      .executeTakeFirst();
    if (seat === undefined) throw notFound("报名");
    const letters = await context.db
      .selectFrom("class_letter")
      .selectAll()
      .where("enrolment_id", "=", params.id)
      .orderBy("id", "desc")
      .limit(200)
      .execute();
    const leaves = await context.db
      .selectFrom("leave_request")
      .selectAll()
      .where("enrolment_id", "=", params.id)
      .orderBy("asked_at", "desc")
      .limit(200)
      .execute();
    return {
      notices: await noticesOf(context, seat.class_id),
      letters: letters
        .map((row) => ({ id: row.id, fromSchool: row.from_school, text: row.text, at: row.at.toISOString() }))
        .toReversed(),
      leaves: leaves.map((row) => ({
        id: row.id,
        sessionId: row.session_id,
        reason: row.reason,
        state: row.state,
        stateLabel: leaveRequestStates.states[row.state as LeaveRequestState].label,
        answer: row.answer,
      })),
    };
  },
});

/** Notices of a class, newest first. */
export async function noticesOf(context: Context, classId: string): Promise<z.output<typeof NoticeShape>[]> {
  const rows = await context.db
    .selectFrom("class_notice")
    .select(["id", "text", "posted_at"])
    .where("class_id", "=", classId)
    .orderBy("posted_at", "desc")
    .limit(100)
    .execute();
  return rows.map((row) => ({ id: row.id, text: row.text, postedAt: row.posted_at.toISOString() }));
}
