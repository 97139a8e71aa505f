import { z } from "zod";
import { notifyOffice } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, forbidden, notFound, unacceptable } from "../../kernel/problem.ts";
import { CivilDate, Done, Id, Text } from "../../kernel/shapes.ts";
import { planOfBody } from "./owners.ts";
import { QuotaPlace, quotaAt } from "./quota-place.ts";

const Places = z.int().min(1, "至少 1 个").max(1_000_000, "不能超过 1000000 个");

/**
 * `POST /api/v1/plan-quota-changes`: sets places of a named plan (五.1), takes unused ones back, moves them between two places, or lets a place overdraw with a
 * reason. The plan's owner office proposes, or the bureau where it has none; it holds once another officer of the bureau releases it.
 */
export const proposeQuotaChange = operation({
  method: "POST",
  path: "/api/v1/plan-quota-changes",
  summary: "提出专项计划名额的调整",
  permission: { roles: ["reviewer", "department"], over: planOfBody },
  body: z.strictObject({
    projectId: Id,
    year: z.int().min(2000).max(2199),
    place: QuotaPlace,
    kind: z.enum(["set", "overdraw", "take-back", "transfer"]).describe("下达、允许超额、收回、调剂到另一处"),
    places: Places,
    to: QuotaPlace.optional().describe("调剂到哪里"),
    fenPerPlace: z.int().min(0).max(1_000_000_00).optional().describe("每个名额的资金"),
    returnsOn: CivilDate.optional().describe("到这一天没有用的名额收回"),
    reason: Text(300, 2),
  }),
  output: Done,
  async run(context, { body }) {
    const project = await lockPlan(context, body.projectId);
    const quotaId = await quotaAt(context, project, body.year, body.place);
    const toQuotaId =
      body.kind === "transfer" && body.to !== undefined ? await quotaAt(context, project, body.year, body.to) : null;
    if (body.kind === "transfer" && (toQuotaId === null || toQuotaId === quotaId))
      throw conflict("quota-transfer-same", "调剂要选另一处，请选择名额调剂到哪里。");
    if (body.returnsOn !== undefined && body.returnsOn <= context.today)
      throw unacceptable("returns-on-past", "收回日期须在今天以后，请重新填写。", [
        { pointer: "/returnsOn", detail: "须在今天以后" },
      ]);
    const takes = body.kind === "take-back" || body.kind === "transfer";
    const row = await context.db
      .insertInto("plan_quota_change")
      .values({
        quota_id: quotaId,
        kind: body.kind,
        places: takes ? -body.places : body.places,
        to_quota_id: toQuotaId,
        fen_per_place: body.fenPerPlace ?? null,
        returns_on: body.returnsOn ?? null,
        reason: body.reason,
        proposed_by: context.actor.accountId,
        proposed_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await notifyOffice(context, "reviewer", project.region, {
      template: "plan-quotas-waiting",
      text: "有 {n} 项专项计划名额的调整等待下达。",
    });
    context.audit({ kind: "plan-quota-change", id: row.id, detail: { kind: body.kind, places: body.places } });
    return row;
  },
});

/** The plan, locked; only its owner office and the bureau change its places. Project training is bought by contract and has none. */
async function lockPlan(context: Context, id: string): Promise<{ id: string; region: string }> {
  const row = await context.db
    .selectFrom("training_project")
    .select(["id", "region", "kind", "owner_id"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound("这个专项计划");
  if (context.actor.role === "department" && row.owner_id !== context.actor.organisationId)
    throw forbidden("这个专项计划由别的部门主管，名额由主管部门提出。", "not-plan-owner");
  return row;
}
