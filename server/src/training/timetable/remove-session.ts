import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { Done } from "../../kernel/shapes.ts";
import { lockEditable } from "../class/editable.ts";
import { classOwner } from "../owners.ts";
import { OfClass } from "./edit-session.ts";

/** Removes one session of a class that is being filed. */
export const removeSession = operation({
  method: "DELETE",
  path: "/api/v1/classes/:id/sessions/:sessionId",
  summary: "删除一节课",
  permission: { roles: ["institution"], over: classOwner },
  scope: "classes:write",
  params: OfClass,
  output: Done,
  async run(context, { params }) {
    await lockEditable(context, params.id);
    const row = await context.db
      .deleteFrom("class_session")
      .where("id", "=", params.sessionId)
      .where("class_id", "=", params.id)
      .returning("id")
      .executeTakeFirst();
    if (!row) throw notFound("这节课");
    context.audit({ kind: "class", id: params.id, detail: { sessionId: row.id } });
    return row;
  },
});
