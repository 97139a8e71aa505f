import { operation } from "../../kernel/operation.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { classStates } from "../class-states.ts";
import { classOwner } from "../owners.ts";
import { tellInstitution, tellRoster } from "../class/tell-class.ts";
import { Reason } from "../class/shapes.ts";

/** The bureau suspends a running class: no sign-in, no roll call. */
export const suspendClass = operation({
  method: "POST",
  path: "/api/v1/classes/:id/suspension",
  summary: "暂停培训班",
  permission: { roles: ["reviewer"], over: classOwner },
  params: ById,
  body: Reason,
  output: Done,
  async run(context, { params, body }) {
    await moveState(context, classStates, params.id, "suspended", { reason: body.reason });
    await tellInstitution(
      context,
      params.id,
      "class-ordered",
      (said) => `${said}被人社部门暂停：${body.reason}。暂停期间不能签到和点名。`,
    );
    await tellRoster(context, params.id, "timetable-changed", (said) => `${said}暂停上课，恢复时会另行通知您。`);
    context.audit({ kind: "class", id: params.id });
    return { id: params.id };
  },
});
