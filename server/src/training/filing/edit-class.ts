import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById } from "../../kernel/shapes.ts";
import { ClassPlan, lockClass, planColumns } from "../class/class-plan.ts";
import { type ClassState } from "../class-states.ts";
import { classOwner } from "../owners.ts";
import { Saved, mustBeEditable } from "../class/editable.ts";

/** Saves the plan; an edit of an outdated version is refused instead of overwriting a colleague's work. */
export const editClass = operation({
  method: "PUT",
  path: "/api/v1/classes/:id",
  summary: "修改开班计划",
  permission: { roles: ["institution"], over: classOwner },
  scope: "classes:write",
  params: ById,
  body: ClassPlan.extend({ planVersion: z.number().int() }),
  output: Saved,
  async run(context, { params, body: { planVersion, ...plan } }) {
    const before = await lockClass(context, params.id);
    mustBeEditable(before.state as ClassState);
    if (before.plan_version !== planVersion)
      throw conflict("class-edited-meanwhile", "这份开班计划刚被其他人修改过，请刷新后在最新内容上修改。", {
        planVersion: before.plan_version,
      });
    const highest = await context.db
      .selectFrom("enrolment")
      .select((build) => build.fn.max("seat").as("seat"))
      .where("class_id", "=", params.id)
      .executeTakeFirstOrThrow();
    if ((highest.seat ?? 0) > plan.capacity)
      throw conflict(
        "capacity-below-roster",
        `已有学员坐在第 ${highest.seat} 个名额，班级人数不能减到 ${plan.capacity}。请先调整花名册。`,
      );
    const row = await context.db
      .updateTable("training_class")
      .set({ ...(await planColumns(context, plan)), plan_version: planVersion + 1 })
      .where("id", "=", params.id)
      .returning(["id", "number", "plan_version"])
      .executeTakeFirstOrThrow();
    context.audit({ kind: "class", id: row.id, detail: { planVersion: row.plan_version } });
    return { id: row.id, number: row.number, planVersion: row.plan_version };
  },
});
