import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { Value } from "./add-target.ts";
import { targetOwner } from "./target-view.ts";

/** Changes a target's value; the audit log keeps the earlier one. */
export const changeTarget = operation({
  method: "PUT",
  path: "/api/v1/targets/:id",
  summary: "调整目标任务",
  permission: { roles: ["reviewer"], over: targetOwner },
  params: ById,
  body: z.strictObject({ value: Value, clause: Text(40) }),
  output: Done,
  async run(context, { params, body }) {
    const before = await context.db.selectFrom("target").select("value").where("id", "=", params.id).executeTakeFirst();
    await context.db
      .updateTable("target")
      .set({ ...body, set_by: context.actor.accountId, set_at: context.now })
      .where("id", "=", params.id)
      .execute();
    context.audit({ kind: "target", id: params.id, detail: { from: before?.value, to: body.value } });
    return { id: params.id };
  },
});
