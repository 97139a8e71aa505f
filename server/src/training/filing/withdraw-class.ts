import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { classStates } from "../class-states.ts";
import { classOwner } from "../owners.ts";
import { releaseSessions } from "../timetable/release-sessions.ts";

/** Withdraws a filing before approval; its rooms and teachers are free again. */
export const withdrawClass = operation({
  method: "POST",
  path: "/api/v1/classes/:id/withdrawal",
  summary: "撤回开班申请",
  permission: { roles: ["institution"], over: classOwner },
  scope: "classes:write",
  params: ById,
  body: z.strictObject({ reason: Text(500).default("机构撤回") }),
  output: Done,
  async run(context, { params, body }) {
    await moveState(context, classStates, params.id, "withdrawn", { reason: body.reason });
    await releaseSessions(context, params.id, body.reason);
    context.audit({ kind: "class", id: params.id });
    return { id: params.id };
  },
});
