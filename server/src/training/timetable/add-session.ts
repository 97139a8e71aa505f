import { operation } from "../../kernel/operation.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { lockEditable } from "../class/editable.ts";
import { classOwner } from "../owners.ts";
import { addSessions, SessionInput } from "./session-input.ts";

/** Adds one session to a class that is being filed. */
export const addSession = operation({
  method: "POST",
  path: "/api/v1/classes/:id/sessions",
  summary: "增加一节课",
  permission: { roles: ["institution"], over: classOwner },
  scope: "classes:write",
  params: ById,
  body: SessionInput,
  output: Done,
  async run(context, { params, body }) {
    const target = await lockEditable(context, params.id);
    const [id = ""] = await addSessions(context, target, [body]);
    context.audit({ kind: "class", id: params.id, detail: { sessionId: id } });
    return { id };
  },
});
