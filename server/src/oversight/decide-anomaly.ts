import { z } from "zod";
import type { Owner } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { sql } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { conflict, notFound } from "../kernel/problem.ts";
import { ById, Done, Text } from "../kernel/shapes.ts";
import { STATES } from "./anomaly-view.ts";

/** An anomaly lies where its class or organisation lies. */
async function anomalyOwner(context: Context, { params }: { params: { id: string } }): Promise<Owner | null> {
  return (
    (await context.db.selectFrom("anomaly").select("region").where("id", "=", params.id).executeTakeFirst()) ?? null
  );
}

/** Answers an anomaly for good, with a reason: explained, or confirmed as a fault. */
export const decideAnomaly = operation({
  method: "POST",
  path: "/api/v1/anomalies/:id/decision",
  summary: "处理异常线索",
  permission: { roles: ["reviewer"], over: anomalyOwner },
  params: ById,
  body: z.strictObject({ verdict: z.enum(["explained", "confirmed"]), reason: Text(500, 2) }),
  output: Done,
  async run(context, { params, body }) {
    const found = await sql<{ state: keyof typeof STATES }>`
      select state from anomaly where id = ${params.id} for update`.execute(context.db);
    const state = found.rows[0]?.state;
    if (state === undefined) throw notFound("异常线索");
    if (state !== "open")
      throw conflict("anomaly-answered", `这条线索当前为“${STATES[state]}”，不能再次处理。`, { state });
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
    context.audit({ kind: "anomaly", id: params.id, detail: { verdict: body.verdict } });
    return { id: params.id };
  },
});
