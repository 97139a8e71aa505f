import { z } from "zod";
import { notifyOffice } from "../../access/index.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { batchStates } from "../evaluation-states.ts";
import { batchOwner } from "../owners.ts";
import { holdBatch } from "./batch.ts";
import { readiness } from "./readiness.ts";

/** Starts the exam on its day. Every rule is asked again; the first that doesn't hold is named, with all others. */
export const startBatch = operation({
  method: "POST",
  path: "/api/v1/evaluation-batches/:id/start",
  summary: "开考",
  permission: { roles: ["evaluator"], over: batchOwner },
  params: ById,
  body: z.strictObject({}),
  output: Done,
  async run(context, { params }) {
    const batch = await holdBatch(context, params.id, ["published"]);
    if (context.today !== batch.examOn)
      throw conflict("rule-exam-day", `考试日是 ${batch.examOn}，今天不能开考。改期请取消后重新报计划。`, {
        rule: "exam-day",
      });
    const broken = (await readiness(context, batch)).filter(({ ok }) => !ok);
    const [first] = broken;
    if (first)
      throw conflict(`rule-${first.rule}`, `不能开考：${broken.map(({ sentence }) => sentence).join("；")}。`, {
        rule: first.rule,
        rules: broken.map(({ rule }) => rule),
      });
    await moveState(context, batchStates, params.id, "running");
    await context.db
      .updateTable("evaluation_batch")
      .set({ started_at: context.now })
      .where("id", "=", params.id)
      .execute();
    await notifyOffice(context, "reviewer", batch.region, {
      template: "evaluation-plans-waiting",
      text: "有 {n} 个认定批次今天开考，可在“认定批次”里实时查看。",
    });
    context.audit({ kind: "evaluation-batch", id: params.id });
    return { id: params.id };
  },
});

/** Ends the exam. */
export const finishBatch = operation({
  method: "POST",
  path: "/api/v1/evaluation-batches/:id/end",
  summary: "结束考试",
  permission: { roles: ["evaluator"], over: batchOwner },
  params: ById,
  body: z.strictObject({}),
  output: Done,
  async run(context, { params }) {
    await holdBatch(context, params.id, ["running"]);
    await moveState(context, batchStates, params.id, "held");
    await context.db
      .updateTable("evaluation_batch")
      .set({ held_at: context.now })
      .where("id", "=", params.id)
      .execute();
    context.audit({ kind: "evaluation-batch", id: params.id });
    return { id: params.id };
  },
});
