import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { ById, Done, Id } from "../../kernel/shapes.ts";
import { lockDraft } from "./course-shapes.ts";
import { courseOwner } from "../owners.ts";

/** Reorders the lessons of a draft course; those left out are removed. */
export const arrangeLessons = operation({
  method: "PUT",
  path: "/api/v1/courses/:id/lessons",
  summary: "调整课件顺序",
  permission: { roles: ["institution"], over: courseOwner },
  params: ById,
  body: z.strictObject({ lessonIds: z.array(Id).max(200) }),
  output: Done,
  async run(context, { params, body }) {
    await lockDraft(context, params.id);
    const rows = await context.db.selectFrom("lesson").select("id").where("course_id", "=", params.id).execute();
    const known = new Set(rows.map((row) => row.id));
    if (new Set(body.lessonIds).size !== body.lessonIds.length || body.lessonIds.some((id) => !known.has(id)))
      throw unacceptable("unknown-lesson", "课件列表与课程不一致，请刷新页面后再调整。");
    const gone = rows.map((row) => row.id).filter((id) => !body.lessonIds.includes(id));
    if (gone.length > 0) await context.db.deleteFrom("lesson").where("id", "in", gone).execute();
    // Moved away first: two lessons may never share a position.
    await sql`update lesson set ordinal = ordinal + 1000 where course_id = ${params.id}`.execute(context.db);
    await sql`
      update lesson set ordinal = place.n
      from unnest(${body.lessonIds}::uuid[]) with ordinality as place (id, n) where lesson.id = place.id`.execute(
      context.db,
    );
    context.audit({ kind: "course", id: params.id, detail: { lessons: body.lessonIds.length, removed: gone } });
    return { id: params.id };
  },
});
