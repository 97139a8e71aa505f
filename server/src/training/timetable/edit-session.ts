import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict, notFound } from "../../kernel/problem.ts";
import { Done, Id } from "../../kernel/shapes.ts";
import { lockEditable } from "../class/editable.ts";
import { classOwner } from "../owners.ts";
import { instantOf, SessionInput, sessionFaults } from "./session-input.ts";

export const OfClass = z.object({ id: Id, sessionId: Id });

/** Changes one session of a class that is being filed. */
export const editSession = operation({
  method: "PUT",
  path: "/api/v1/classes/:id/sessions/:sessionId",
  summary: "修改一节课",
  permission: { roles: ["institution"], over: classOwner },
  scope: "classes:write",
  params: OfClass,
  body: SessionInput,
  output: Done,
  async run(context, { params, body }) {
    const target = await lockEditable(context, params.id);
    const [fault] = await sessionFaults(context, target, [body], { sessionIds: [params.sessionId] });
    if (fault) throw conflict("timetable-clash", `课表有冲突：${fault.sentence}。`);
    const teacher = await context.db
      .selectFrom("teacher")
      .select("person_id")
      .where("id", "=", body.teacherId)
      .executeTakeFirstOrThrow();
    const row = await context.db
      .updateTable("class_session")
      .set({
        starts_at: instantOf(body.date, body.from),
        ends_at: instantOf(body.date, body.to),
        hours: body.hours,
        topic: body.topic,
        quality_module: body.qualityModule,
        practice: body.practice,
        teacher_id: body.teacherId,
        teacher_person_id: teacher.person_id,
        room_id: body.roomId,
      })
      .where("id", "=", params.sessionId)
      .where("class_id", "=", params.id)
      .returning("id")
      .executeTakeFirst();
    if (!row) throw notFound("这节课");
    context.audit({ kind: "class", id: params.id, detail: { sessionId: row.id } });
    return row;
  },
});
