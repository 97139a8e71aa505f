import { z } from "zod";
import { json, sql } from "../../kernel/database.ts";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, notFound } from "../../kernel/problem.ts";
import { ById, Id, Text } from "../../kernel/shapes.ts";
import { drawCheck } from "./check-moments.ts";
import { endLease } from "./end-lease.ts";
import { lessonViewer } from "../owners.ts";
import { EMPTY_WATCH } from "./watched-time.ts";
import { readWatch, writeWatch } from "./watch-store.ts";
import { classOver, leaseLost, WatchView, watchView } from "./watch-view.ts";

/** Opens a video or document for one enrolment. A person watches one thing in one place: another open lease ends. */
export const openLesson = operation({
  method: "POST",
  path: "/api/v1/lessons/:id/leases",
  summary: "开始学习课件",
  permission: { roles: ["learner"], over: lessonViewer },
  params: ById,
  body: z.strictObject({ enrolmentId: Id, device: Text(80).optional() }),
  output: WatchView,
  async run(context, { params, body }) {
    const { db, now } = context;
    const personId = await learnerOf(context, body.enrolmentId, params.id);
    // Serialised: of two devices that open at once, the later wins.
    await sql`select pg_advisory_xact_lock(hashtextextended(${personId}, 7))`.execute(db);
    const live = await db
      .selectFrom("watch_lease")
      .select("id")
      .where("person_id", "=", personId)
      .where("ended_at", "is", null)
      .executeTakeFirst();
    if (live) await endLease(context, live.id, "opened-elsewhere");
    await db
      .insertInto("watch_credit")
      .values({
        enrolment_id: body.enrolmentId,
        lesson_id: params.id,
        person_id: personId,
        state: json(EMPTY_WATCH),
        credited_ms: 0,
        completed_at: null,
        updated_at: now,
      })
      .onConflict((already) => already.doNothing())
      .execute();
    const lease = await db
      .insertInto("watch_lease")
      .values({
        person_id: personId,
        enrolment_id: body.enrolmentId,
        lesson_id: params.id,
        device: body.device ?? context.request.userAgent?.slice(0, 80) ?? null,
        opened_at: now,
        ended_at: null,
        ended_because: null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const watch = await readWatch(db, lease.id, true);
    const state = watch && (await writeWatch(db, watch, [{ kind: "open", at: now.getTime() }]));
    if (!watch || !state) throw leaseLost();
    await drawCheck(
      db,
      { id: lease.id, enrolmentId: body.enrolmentId, lessonId: params.id },
      state.furthestMs,
      watch.durationMs,
    );
    context.audit({ kind: "lesson", id: params.id, detail: { enrolmentId: body.enrolmentId } });
    return watchView(watch, state, now);
  },
});

/** Person of an enrolment that may watch this lesson now; otherwise refuses with the reason. */
async function learnerOf(context: Context, enrolmentId: string, lessonId: string): Promise<string> {
  const row = await context.db
    .selectFrom("enrolment as e")
    .innerJoin("training_class as c", "c.id", "e.class_id")
    .innerJoin("class_course as k", "k.class_id", "c.id")
    .innerJoin("lesson as l", "l.course_id", "k.course_id")
    .select(["e.state", "c.state as classState", "l.kind"])
    .where("e.id", "=", enrolmentId)
    .where("e.person_id", "=", context.actor.personId)
    .where("l.id", "=", lessonId)
    .executeTakeFirst();
  if (!row || context.actor.personId === null) throw notFound("您在这个班级的报名");
  if (row.kind === "quiz") throw conflict("lesson-is-quiz", "这是随堂练习，请直接作答。");
  if (row.classState !== "running" || row.state !== "enrolled") throw classOver();
  return context.actor.personId;
}
