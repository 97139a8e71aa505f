import { z } from "zod";
import { notifyOrganisation } from "../../access/index.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { batchOwner } from "../owners.ts";
import { readBatch } from "./batch.ts";
import { tellParties } from "./tell.ts";

/** The bureau stops a batch at whatever step it is: nothing goes on until another officer lets it. */
export const stopBatch = operation({
  method: "POST",
  path: "/api/v1/evaluation-batches/:id/stop",
  summary: "叫停认定批次",
  permission: { roles: ["reviewer"], over: batchOwner },
  params: ById,
  body: z.strictObject({ reason: Text(300, 2) }),
  output: Done,
  async run(context, { params, body }) {
    await context.db
      .insertInto("evaluation_stop")
      .values({
        batch_id: params.id,
        reason: body.reason,
        stopped_by: context.actor.accountId,
        stopped_at: context.now,
        lifted_by: null,
        lifted_at: null,
        lift_reason: null,
      })
      .execute();
    const batch = await readBatch(context.db, params.id);
    if (["archived", "cancelled"].includes(batch.state))
      throw conflict("batch-over", "这个批次已经结束，不能叫停。发现问题请撤销证书或交疑点处理。");
    await notifyOrganisation(context, batch.organisationId, {
      template: "evaluation-batch-news",
      subject: params.id,
      text: `认定批次 ${batch.number} 已被人社部门叫停：${body.reason}。恢复以前不能往下办理。`,
    });
    if (["published", "running"].includes(batch.state))
      await tellParties(context, batch, `认定批次 ${batch.number} 暂停，请等候通知。`);
    await context.emit("evaluation-credit", {
      organisationId: batch.organisationId,
      batchId: params.id,
      what: "stopped",
      detail: batch.state,
      on: context.today,
    });
    context.audit({ kind: "evaluation-batch", id: params.id });
    return { id: params.id };
  },
});

/** Another officer lets a stopped batch go on. */
export const liftStop = operation({
  method: "POST",
  path: "/api/v1/evaluation-batches/:id/resumption",
  summary: "恢复认定批次",
  permission: { roles: ["reviewer"], over: batchOwner },
  params: ById,
  body: z.strictObject({ reason: Text(300, 2) }),
  output: Done,
  async run(context, { params, body }) {
    const lifted = await context.db
      .updateTable("evaluation_stop")
      .set({ lifted_by: context.actor.accountId, lifted_at: context.now, lift_reason: body.reason })
      .where("batch_id", "=", params.id)
      .where("lifted_at", "is", null)
      .executeTakeFirst();
    if (lifted.numUpdatedRows === 0n) throw conflict("not-stopped", "这个批次没有被叫停，请刷新页面查看。");
    const batch = await readBatch(context.db, params.id);
    await notifyOrganisation(context, batch.organisationId, {
      template: "evaluation-batch-news",
      subject: params.id,
      text: `认定批次 ${batch.number} 已恢复：${body.reason}。`,
    });
    if (["published", "running"].includes(batch.state))
      await tellParties(context, batch, `认定批次 ${batch.number} 已恢复，按原定安排进行。`);
    context.audit({ kind: "evaluation-batch", id: params.id });
    return { id: params.id };
  },
});
