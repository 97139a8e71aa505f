import { operation } from "../../kernel/operation.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { targetOwner } from "./target-view.ts";

/** Removes a mistaken target. */
export const removeTarget = operation({
  method: "DELETE",
  path: "/api/v1/targets/:id",
  summary: "撤销目标任务",
  permission: { roles: ["reviewer"], over: targetOwner },
  params: ById,
  output: Done,
  async run(context, { params }) {
    const removed = await context.db
      .deleteFrom("target")
      .where("id", "=", params.id)
      .returning(["measure", "value"])
      .executeTakeFirst();
    context.audit({ kind: "target", id: params.id, detail: { ...removed } });
    return { id: params.id };
  },
});
