import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { classStates } from "../class-states.ts";
import { classOwner } from "../owners.ts";

/** Ends a class after its last session; exam, certificates and claims follow. */
export const completeClass = operation({
  method: "POST",
  path: "/api/v1/classes/:id/completion",
  summary: "结束培训",
  permission: { roles: ["institution"], over: classOwner },
  scope: "classes:write",
  params: ById,
  body: z.strictObject({}),
  output: Done,
  async run(context, { params }) {
    await moveState(context, classStates, params.id, "completed", { from: ["running"] });
    const ahead = await context.db
      .selectFrom("class_session")
      .select("starts_at")
      .where("class_id", "=", params.id)
      .where("cancelled", "=", false)
      .where("ends_at", ">", context.now)
      .limit(1)
      .executeTakeFirst();
    if (ahead) throw conflict("sessions-ahead", "还有课没有上完，不能结束培训。如课已取消，请先提交课表变更。");
    const asked = await context.db
      .selectFrom("class_change")
      .select("id")
      .where("class_id", "=", params.id)
      .where("state", "=", "submitted")
      .executeTakeFirst();
    if (asked) throw conflict("change-pending", "还有变更申请在审核，请等待结果或撤回后再结束培训。");
    context.audit({ kind: "class", id: params.id });
    await context.emit("class-completed", { classId: params.id });
    return { id: params.id };
  },
});
