import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { teacherOwner } from "../organisation/owners.ts";

/** `POST /api/v1/teachers/:id/leaving`: takes a teacher off the list; past sessions keep their name. */
export const teacherLeaves = operation({
  method: "POST",
  path: "/api/v1/teachers/:id/leaving",
  summary: "教师离职",
  permission: { roles: ["institution", "enterprise", "evaluator"], over: teacherOwner },
  params: ById,
  output: Done,
  async run(context, { params }) {
    const left = await context.db
      .updateTable("teacher")
      .set({ state: "left" })
      .where("id", "=", params.id)
      .where("state", "=", "active")
      .returning("organisation_id")
      .executeTakeFirst();
    if (!left) throw conflict("teacher-left", "这位教师已登记为离职，请刷新页面查看。");
    context.audit({ kind: "teacher", id: params.id, organisationId: left.organisation_id });
    return { id: params.id };
  },
});
