import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { classStates } from "../class-states.ts";
import { classOwner } from "../owners.ts";

/** Takes an undecided filing back to mend it; rooms, teachers and roster stay as they are. */
export const recallClass = operation({
  method: "POST",
  path: "/api/v1/classes/:id/recall",
  summary: "取回修改开班申请",
  permission: { roles: ["institution"], over: classOwner },
  scope: "classes:write",
  params: ById,
  body: z.strictObject({}),
  output: Done,
  async run(context, { params }) {
    await moveState(context, classStates, params.id, "draft", { reason: "机构取回修改", from: ["submitted"] });
    context.audit({ kind: "class", id: params.id });
    return { id: params.id };
  },
});
