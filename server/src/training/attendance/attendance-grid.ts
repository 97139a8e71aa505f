import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, Id, Instant } from "../../kernel/shapes.ts";
import { classOwner } from "../owners.ts";
import { CLASS_READERS } from "../class/visible.ts";

const Grid = z.object({
  sessions: z.array(
    z.object({
      id: Id,
      startsAt: Instant,
      endsAt: Instant,
      hours: z.number().int(),
      topic: z.string(),
      over: z.boolean(),
    }),
  ),
  learners: z.array(
    z.object({
      enrolmentId: Id,
      name: z.string(),
      citizenIdMasked: z.string(),
      state: z.string(),
      hours: z.number(),
      /** Share of hours attended so far, 0–1 rounded down; a session in progress counts once marked. Null before the first. */
      rate: z.number().nullable(),
      /** One per session, in their order; null: nothing marked yet. */
      marks: z.array(z.object({ mark: z.string(), method: z.string(), hours: z.number(), at: Instant }).nullable()),
    }),
  ),
});
export type AttendanceGrid = z.output<typeof Grid>;

/** Attendance grid: sessions × learners, with mark, source and counted hours. */
export const showAttendance = operation({
  method: "GET",
  path: "/api/v1/classes/:id/attendance",
  summary: "考勤表",
  permission: { roles: CLASS_READERS, over: classOwner },
  scope: "classes:read",
  params: ById,
  output: Grid,
  run: (context, { params }) => attendanceGrid(context, params.id),
});

interface MarkRow {
  session_id: string;
  enrolment_id: string;
  mark: string;
  method: string;
  hours: number;
  at: Date;
}

/** The grid of one class; three statements whatever its size. */
export async function attendanceGrid(context: Context, classId: string): Promise<AttendanceGrid> {
  const sessions = await context.db
    .selectFrom("class_session")
    .select(["id", "starts_at", "ends_at", "hours", "topic"])
    .where("class_id", "=", classId)
    .where("cancelled", "=", false)
    .orderBy("starts_at")
    .execute();
  const learners = await context.db
    .selectFrom("enrolment as e")
    .innerJoin("person as p", "p.id", "e.person_id")
    .select(["e.id", "e.state", "p.name", "p.citizen_id_masked"])
    .where("e.class_id", "=", classId)
    .where("e.state", "in", ["enrolled", "completed", "failed"])
    .orderBy("e.seat")
    .execute();
  const marks = await sql<MarkRow>`
    select a.session_id, a.enrolment_id, a.mark, m.method, a.hours, m.at
    from attendance a join attendance_mark m on m.id = a.mark_id
    where a.session_id = any(${sessions.map((session) => session.id)}::uuid[])`.execute(context.db);
  const found = new Map(marks.rows.map((row) => [`${row.session_id} ${row.enrolment_id}`, row]));
  const over = sessions.map((session) => session.ends_at <= context.now);
  return {
    sessions: sessions.map((session) => ({
      id: session.id,
      startsAt: session.starts_at.toISOString(),
      endsAt: session.ends_at.toISOString(),
      hours: session.hours,
      topic: session.topic,
      over: session.ends_at <= context.now,
    })),
    learners: learners.map((learner) => {
      const own = sessions.map((session) => found.get(`${session.id} ${learner.id}`) ?? null);
      const hours = own.reduce((total, each) => total + (each?.hours ?? 0), 0);
      // A session in progress counts once the learner is marked: who is absent now can't have full attendance.
      const held = sessions.reduce(
        (total, each, index) => (over[index] || own[index] !== null ? total + each.hours : total),
        0,
      );
      return {
        enrolmentId: learner.id,
        name: learner.name,
        citizenIdMasked: learner.citizen_id_masked,
        state: learner.state,
        hours,
        rate: held === 0 ? null : Math.floor((hours / held) * 1_000) / 1_000,
        marks: own.map((each) =>
          each === null ? null : { mark: each.mark, method: each.method, hours: each.hours, at: each.at.toISOString() },
        ),
      };
    }),
  };
}
