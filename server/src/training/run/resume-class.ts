import { operation } from "../../kernel/operation.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { classStates } from "../class-states.ts";
import { classOwner } from "../owners.ts";
import { tellInstitution, tellRoster } from "../class/tell-class.ts";
import { Reason } from "../class/shapes.ts";

/** The bureau resumes a suspended class. */
export const resumeClass = operation({
  method: "POST",
  path: "/api/v1/classes/:id/resumption",
  summary: "恢复培训班",
  permission: { roles: ["reviewer"], over: classOwner },
  params: ById,
  body: Reason,
  output: Done,
  async run(context, { params, body }) {
    await moveState(context, classStates, params.id, "running", { reason: body.reason, from: ["suspended"] });
    await tellInstitution(context, params.id, "class-ordered", (said) => `${said}已恢复上课：${body.reason}`);
    await tellRoster(context, params.id, "timetable-changed", (said) => `${said}恢复上课，请按课表到场。`);
    context.audit({ kind: "class", id: params.id });
    return { id: params.id };
  },
});
