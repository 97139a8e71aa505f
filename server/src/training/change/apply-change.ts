import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";
import { holdOneMore } from "../../catalogue/index.ts";
import { notifyAll } from "../../people/index.ts";
import type { ChangeContent } from "./class-change-content.ts";
import { applyMakeUp } from "./apply-make-up.ts";
import { checkClass } from "../filing/check-rules.ts";
import { classFacts } from "../filing/class-facts.ts";
import { lockClass } from "../class/class-plan.ts";
import { takeSeat } from "../roster/enrol.ts";
import { addSessions, instantOf, sessionFaults } from "../timetable/session-input.ts";
import { mustNotTeach } from "../roster/teaching.ts";
import { notifyEnrolled } from "../roster/notify-enrolled.ts";

type ClassRow = Awaited<ReturnType<typeof lockClass>>;

/** A change to the plan of a class: its lessons or its learners. */
export type PlanChange = Exclude<ChangeContent, { kind: "attendance" }>;

/** Refuses an inapplicable change, when requested and again when approved. */
export async function mustBeApplicable(context: Context, target: ClassRow, content: PlanChange): Promise<void> {
  if (content.kind === "joiner") {
    await mustNotTeach(context, target.id, content.personId);
    await mustHaveLessonsLeft(context, target);
    return;
  }
  const past = content.sessions.findIndex((session) => instantOf(session.date, session.from) <= context.now);
  if (past >= 0)
    throw unacceptable("session-in-past", "新增的课须在现在以后，不能补排已过去的课。", [
      { pointer: `/sessions/${past}`, detail: "时间已过" },
    ]);
  const outside = content.sessions.findIndex((session) => session.date < target.starts_on);
  if (outside >= 0)
    throw unacceptable("session-outside-dates", "新增的课不能早于开班日期。", [
      { pointer: `/sessions/${outside}`, detail: "早于开班日期" },
    ]);
  const [fault] = await sessionFaults(context, target, content.sessions, {
    sessionIds: content.cancel,
  });
  if (fault) throw conflict("timetable-clash", `第 ${fault.index + 1} 节课有冲突：${fault.sentence}。`);
  const cancellable = await context.db
    .selectFrom("class_session as s")
    .select("s.id")
    .where("s.class_id", "=", target.id)
    .where("s.cancelled", "=", false)
    .where((build) =>
      build.not(
        build.exists(build.selectFrom("attendance as a").select("a.mark").whereRef("a.session_id", "=", "s.id")),
      ),
    )
    .execute();
  const ids = new Set(cancellable.map((row) => row.id));
  const stuck = content.cancel.findIndex((id) => !ids.has(id));
  if (stuck >= 0)
    throw unacceptable("session-not-cancellable", "要取消的课中有已取消、已有出勤记录或不属于本班的，请重新选择。", [
      { pointer: `/cancel/${stuck}`, detail: "不能取消" },
    ]);
}

/** Refuses a joiner after the last lesson or the class's last day: nothing is left to be present in. */
async function mustHaveLessonsLeft(context: Context, target: ClassRow): Promise<void> {
  const left = await context.db
    .selectFrom("class_session")
    .select("id")
    .where("class_id", "=", target.id)
    .where("cancelled", "=", false)
    .where("ends_at", ">", context.now)
    .limit(1)
    .executeTakeFirst();
  if (left || (context.today < target.starts_on && target.state === "approved")) return;
  throw conflict("no-lessons-left", "这个班的课已经上完，不能再加人。请为其报其他班或下一期。");
}

/** Applies the change: cancels first, so that new sessions may take the freed rooms and teachers. */
export async function applyChange(
  context: Context,
  target: ClassRow,
  content: ChangeContent,
  reason: string,
): Promise<void> {
  if (content.kind === "attendance") {
    await applyMakeUp(context, target, content, reason);
    return;
  }
  if (!["approved", "running", "suspended"].includes(target.state))
    throw conflict("class-not-running", "培训班已结束或取消，变更不能再生效，请不予批准。");
  await mustBeApplicable(context, target, content);
  if (content.kind === "joiner") {
    await takeSeat(context, {
      classId: target.id,
      capacity: target.capacity,
      personId: content.personId,
      state: "enrolled",
      groupCode: content.groupCode,
    });
    // Before it begins, the class holds a place for every seat.
    if (target.state !== "approved") await holdOneMore(context, target.id);
    await notifyEnrolled(context, [{ classId: target.id, personId: content.personId }]);
    return;
  }
  await rewriteTimetable(context, target, content, reason);
  await notifyLearners(context, target, reason);
}

/** Sentences of the errors a filing would have after the change that it doesn't have now: those the bureau must decide on. */
export async function faultsCausedBy(context: Context, target: ClassRow, content: PlanChange): Promise<string[]> {
  if (content.kind === "joiner") return [];
  const errors = async () =>
    checkClass(await classFacts(context, target.id)).filter((finding) => finding.severity === "error");
  const known = new Set((await errors()).map(({ code, where }) => `${code} ${where}`));
  // The class is judged as it would be, then everything is put back.
  await sql`savepoint before_change`.execute(context.db);
  await rewriteTimetable(context, target, content, "试算");
  const after = await errors();
  await sql`rollback to savepoint before_change`.execute(context.db);
  return after.filter(({ code, where }) => !known.has(`${code} ${where}`)).map((finding) => finding.sentence);
}

async function rewriteTimetable(
  context: Context,
  target: ClassRow,
  content: Extract<ChangeContent, { kind: "timetable" }>,
  reason: string,
): Promise<void> {
  if (content.cancel.length > 0)
    await context.db
      .updateTable("class_session")
      .set({ cancelled: true, cancelled_because: reason })
      .where("class_id", "=", target.id)
      .where("id", "in", content.cancel)
      .execute();
  if (content.sessions.length > 0) await addSessions(context, target, content.sessions);
  const last = content.sessions
    .map((session) => session.date as string)
    .toSorted()
    .at(-1);
  if (last !== undefined && last > target.ends_on)
    await context.db.updateTable("training_class").set({ ends_on: last }).where("id", "=", target.id).execute();
}

async function notifyLearners(context: Context, target: ClassRow, reason: string): Promise<void> {
  const learners = await context.db
    .selectFrom("enrolment")
    .select("person_id")
    .where("class_id", "=", target.id)
    .where("state", "=", "enrolled")
    .execute();
  await notifyAll(
    context,
    learners.map((row) => ({
      personId: row.person_id,
      template: "timetable-changed",
      text: `“${target.name}”的课表有调整（${reason}），请查看最新课表。`,
    })),
  );
}
