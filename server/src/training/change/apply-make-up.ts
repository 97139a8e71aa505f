import { attendanceMarks, todayInShanghai } from "@jinengtong/standards";
import type { Context } from "../../kernel/context.ts";
import { conflict } from "../../kernel/problem.ts";
import { notifyAll } from "../../people/index.ts";
import type { ChangeContent } from "./class-change-content.ts";
import type { lockClass } from "../class/class-plan.ts";
import { meetingOf, type SessionMeeting, writeMarks } from "../attendance/roll-call.ts";

/** Purpose of the stored scan of a signed sheet. */
export const SHEET = "attendance-sheet";

type MakeUp = Extract<ChangeContent, { kind: "attendance" }>;

/** Refuses a session that is cancelled, not over yet, or of a class whose attendance can't change any more. */
export function mustBeOver(context: Context, session: SessionMeeting): void {
  if (session.cancelled || !["running", "suspended", "completed"].includes(session.classState))
    throw conflict("make-up-closed", "这节课已取消，或培训班没有开班、已经归档，不能补记出勤。");
  if (context.now < session.endsAt) throw conflict("session-not-over", "这节课还没有结束，请直接点名。");
}

/** Writes the marks of a roll made up from the sheet, each with it as its reason, and tells the learners whose mark changes. */
export async function applyMakeUp(
  context: Context,
  target: Awaited<ReturnType<typeof lockClass>>,
  { sessionId, marks }: MakeUp,
  reason: string,
): Promise<void> {
  const session = await meetingOf(context, sessionId);
  mustBeOver(context, session);
  const before = await context.db
    .selectFrom("attendance")
    .select(["enrolment_id", "mark"])
    .where("session_id", "=", sessionId)
    .execute();
  const known = new Map(before.map((row) => [row.enrolment_id, row.mark]));
  await writeMarks(context, session, marks, { method: "correction", reason: `按纸质签到表补记：${reason}` });
  const changed = marks.filter(({ enrolmentId, mark }) => known.get(enrolmentId) !== mark);
  for (const { enrolmentId } of changed)
    await context.emit("attendance-corrected", { enrolmentId, correctedBy: context.actor.accountId });
  await tellLearners(context, target.name, session, changed);
}

async function tellLearners(
  context: Context,
  className: string,
  { startsAt }: SessionMeeting,
  changed: readonly MakeUp["marks"][number][],
): Promise<void> {
  if (changed.length === 0) return;
  const people = await context.db
    .selectFrom("enrolment")
    .select(["id", "person_id"])
    .where(
      "id",
      "in",
      changed.map(({ enrolmentId }) => enrolmentId),
    )
    .execute();
  const personOf = new Map(people.map((row) => [row.id, row.person_id]));
  const day = todayInShanghai(startsAt);
  await notifyAll(
    context,
    changed.flatMap(({ enrolmentId, mark }) => {
      const personId = personOf.get(enrolmentId);
      const text = `“${className}” ${day} 的出勤已按纸质签到表记为“${attendanceMarks.label(mark)}”。与事实不符的，请联系培训机构或人社部门。`;
      return personId === undefined ? [] : [{ personId, template: "attendance-made-up" as const, text }];
    }),
  );
}
