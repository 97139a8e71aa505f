import { holdPlaces } from "../../catalogue/index.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { classStates } from "../class-states.ts";
import { classOwner } from "../owners.ts";
import { releaseRoster } from "../roster/release-roster.ts";
import { releaseSessions } from "../timetable/release-sessions.ts";
import { tellInstitution } from "../class/tell-class.ts";
import { Reason } from "../class/shapes.ts";

/** Cancels an approved or suspended class. Attendance so far stays on record. */
export const cancelClass = operation({
  method: "POST",
  path: "/api/v1/classes/:id/cancellation",
  summary: "取消培训班",
  permission: { roles: ["institution", "reviewer"], over: classOwner },
  scope: "classes:write",
  params: ById,
  body: Reason,
  output: Done,
  async run(context, { params, body }) {
    await moveState(context, classStates, params.id, "cancelled", { reason: body.reason });
    await holdPlaces(context, params.id, 0);
    await releaseSessions(context, params.id, body.reason);
    await releaseRoster(context, params.id, { from: ["applied", "enrolled"], to: "withdrawn", reason: body.reason });
    await tellInstitution(context, params.id, "class-ordered", (said) => `${said}被人社部门取消：${body.reason}`);
    context.audit({ kind: "class", id: params.id });
    return { id: params.id };
  },
});
