import { z } from "zod";
import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { holdClaims } from "../../entitlement/index.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, notFound } from "../../kernel/problem.ts";
import { ById, Id, Text } from "../../kernel/shapes.ts";
import { type Found, scopeOf } from "./anomaly-scope.ts";
import { STATES } from "./anomaly-view.ts";
import { ruleOf } from "../rules/anomaly-rules.ts";

/** Owner of an anomaly: the region of its class or organisation. */
export async function anomalyOwner(context: Context, { params }: { params: { id: string } }): Promise<Owner | null> {
  return (
    (await context.db.selectFrom("anomaly").select("region").where("id", "=", params.id).executeTakeFirst()) ?? null
  );
}

/** Locks an anomaly and reads its subject. */
export async function lockAnomaly(context: Context, id: string) {
  const found = await sql<Found & { state: keyof typeof STATES; rule: string; summary: string }>`
    select state, rule, summary, subject_kind, subject_id, class_id, evidence from anomaly where id = ${id} for update`.execute(
    context.db,
  );
  const [row] = found.rows;
  if (row === undefined) throw notFound("疑点");
  return row;
}

/** Answers an anomaly with a reason: explained, for good; or confirmed as a fault, which holds every claim that rests on it. */
export const decideAnomaly = operation({
  method: "POST",
  path: "/api/v1/anomalies/:id/decision",
  summary: "处理疑点",
  permission: { roles: ["reviewer"], over: anomalyOwner },
  params: ById,
  body: z.strictObject({ verdict: z.enum(["explained", "confirmed"]), reason: Text(500, 2) }),
  output: z.object({ id: Id, held: z.number().int().describe("因此暂缓的补贴申请笔数") }),
  async run(context, { params, body }) {
    const anomaly = await lockAnomaly(context, params.id);
    if (anomaly.state !== "open")
      throw conflict("anomaly-answered", `这条线索当前为“${STATES[anomaly.state]}”，不能再次处理。`, {
        state: anomaly.state,
      });
    await context.db
      .updateTable("anomaly")
      .set({
        state: body.verdict,
        decided_by: context.actor.accountId,
        decided_at: context.now,
        decision_reason: body.reason,
      })
      .where("id", "=", params.id)
      .execute();
    const held =
      body.verdict === "confirmed"
        ? await holdClaims(context, {
            causeId: params.id,
            title: `${ruleOf(anomaly.rule)?.title ?? anomaly.rule}：${anomaly.summary}`,
            reason: body.reason,
            subjects: scopeOf(anomaly),
          })
        : 0;
    context.audit({ kind: "anomaly", id: params.id, detail: { verdict: body.verdict, held } });
    return { id: params.id, held };
  },
});
