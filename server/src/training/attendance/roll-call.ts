import { attendanceMarks } from "@jinengtong/standards";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, notFound, unacceptable } from "../../kernel/problem.ts";
import { ById, Id, oncePerLearner } from "../../kernel/shapes.ts";
import { sessionOwner } from "../owners.ts";
import { mayCallRoll, minutesOf, type Meeting } from "./sign-in-window.ts";

export const MarkInput = z
  .strictObject({
    enrolmentId: Id,
    mark: z.enum(attendanceMarks.codes),
    minutes: z.number().int().min(0).max(720).optional(),
  })
  .refine((given) => !["late", "left-early"].includes(given.mark) || given.minutes !== undefined, {
    path: ["minutes"],
    message: "迟到、早退须填写实际到课分钟数",
  });
export type MarkInput = z.output<typeof MarkInput>;
export const Marks = oncePerLearner(z.array(MarkInput).min(1).max(500));

/** Roll call: marks for any number of learners at once, until half an hour after the session. */
export const rollCall = operation({
  method: "POST",
  path: "/api/v1/sessions/:id/roll-call",
  summary: "老师点名",
  permission: { roles: ["institution"], over: sessionOwner },
  scope: "attendance:write",
  params: ById,
  body: z.strictObject({ marks: Marks }),
  output: z.object({ recorded: z.number().int() }),
  async run(context, { params, body }) {
    const session = await meetingOf(context, params.id);
    if (session.cancelled || session.classState !== "running")
      throw conflict("class-not-running", "这节课已取消或培训班未在进行，不能点名。");
    if (!mayCallRoll(session, context.now))
      throw conflict("roll-call-over", "点名时间为上课前 30 分钟至下课后 30 分钟。过后请用“更正”并写明理由。");
    const recorded = await writeMarks(context, session, body.marks, { method: "roll-call", reason: null });
    context.audit({ kind: "session", id: params.id, detail: { marks: recorded } });
    return { recorded };
  },
});

export interface SessionMeeting extends Meeting {
  id: string;
  classState: string;
  cancelled: boolean;
}

/** Session of a mark. */
export async function meetingOf(context: Context, sessionId: string): Promise<SessionMeeting> {
  const row = await context.db
    .selectFrom("class_session as s")
    .innerJoin("training_class as c", "c.id", "s.class_id")
    .select(["s.id", "s.starts_at as startsAt", "s.ends_at as endsAt", "s.cancelled", "c.state as classState"])
    .where("s.id", "=", sessionId)
    .executeTakeFirst();
  if (!row) throw notFound("这节课");
  return row;
}

const PRESENT = new Set<string>(["present", "late", "left-early"]);

/** Refuses presence in a lesson that was over before the learner was on the roster, or outside the class's dates. */
async function mustHaveBeenEnrolled(
  context: Context,
  session: SessionMeeting,
  marks: readonly MarkInput[],
): Promise<void> {
  const present = marks.filter((each) => PRESENT.has(each.mark)).map((each) => each.enrolmentId);
  const found = await sql<{ id: string; name: string; joined: string; outside: boolean }>`
    select e.id, p.name, to_char(e.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as joined, d.outside
    from enrolment e join person p on p.id = e.person_id join training_class c on c.id = e.class_id
    cross join lateral (
      select (${session.startsAt}::timestamptz at time zone 'Asia/Shanghai')::date not between c.starts_on and c.ends_on as outside) d
    where e.id = any(${present}::uuid[]) and (e.created_at >= ${session.endsAt} or d.outside)`.execute(context.db);
  const [first] = found.rows;
  if (!first) return;
  const early = new Set(found.rows.map((row) => row.id));
  throw unacceptable(
    first.outside ? "session-outside-dates" : "present-before-enrolment",
    first.outside
      ? "这节课不在培训班的起止日期内，不能记到课，全部未保存。课表有误的，请提交变更申请。"
      : `${first.name}于 ${first.joined} 才进入花名册，这节课那时已经结束，不能记到课，全部未保存。`,
    marks.flatMap((each, index) =>
      early.has(each.enrolmentId) ? [{ pointer: `/marks/${index}`, detail: "当时还不在花名册上" }] : [],
    ),
  );
}

/** Whether one of these learners has an outcome already: points, exams and claims rest on their marks. */
export async function anyFinished(context: Context, enrolmentIds: readonly string[]): Promise<boolean> {
  const found = await context.db
    .selectFrom("enrolment")
    .select("id")
    .where("id", "in", [...enrolmentIds])
    .where("state", "in", ["completed", "failed"])
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Refuses marks that can't be written: of learners of another class, or present before they were enrolled. */
export async function mustBeWritable(
  context: Context,
  session: SessionMeeting,
  marks: readonly MarkInput[],
): Promise<void> {
  await mustHaveBeenEnrolled(context, session, marks);
  const found = await sql<{ id: string }>`
    select e.id from class_session s join enrolment e on e.class_id = s.class_id and e.state in ('enrolled', 'completed', 'failed')
    where s.id = ${session.id} and e.id = any(${marks.map((each) => each.enrolmentId)}::uuid[])`.execute(context.db);
  refuseStrangers(marks, new Set(found.rows.map((row) => row.id)));
}

function refuseStrangers(marks: readonly MarkInput[], onRoster: ReadonlySet<string>): void {
  if (marks.every((each) => onRoster.has(each.enrolmentId))) return;
  throw unacceptable(
    "not-on-roster",
    "有学员不在本班花名册上，全部未保存。请刷新名单后重新点名。",
    marks.flatMap((each, index) =>
      onRoster.has(each.enrolmentId) ? [] : [{ pointer: `/marks/${index}`, detail: "不在本班花名册上" }],
    ),
  );
}

/** Appends marks to the log; a learner of another class refuses all of them. Returns the number written. */
export async function writeMarks(
  context: Context,
  session: SessionMeeting,
  marks: readonly MarkInput[],
  how: { method: "roll-call" | "correction"; reason: string | null },
): Promise<number> {
  await mustHaveBeenEnrolled(context, session, marks);
  const written = await sql<{ enrolment_id: string }>`
    insert into attendance_mark (session_id, enrolment_id, person_id, mark, method, minutes, reason, account_id, at)
    select s.id, e.id, e.person_id, m.mark, ${how.method}, m.minutes, ${how.reason}, ${context.actor.accountId}, ${context.now}
    from unnest(${marks.map((each) => each.enrolmentId)}::uuid[], ${marks.map((each) => each.mark)}::text[],
                ${marks.map((each) => minutesOf(session, each.mark, each.minutes))}::int[]) as m (enrolment_id, mark, minutes)
    join class_session s on s.id = ${session.id}
    join enrolment e on e.id = m.enrolment_id and e.class_id = s.class_id and e.state in ('enrolled', 'completed', 'failed')
    returning enrolment_id`.execute(context.db);
  refuseStrangers(marks, new Set(written.rows.map((row) => row.enrolment_id)));
  return written.rows.length;
}
