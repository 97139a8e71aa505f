import { z } from "zod";
import { notifyAccount, notifyOrganisation } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, forbidden, unacceptable } from "../../kernel/problem.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { drawEarlier } from "./draw-earlier.ts";
import { quotaChangeOwner } from "./owners.ts";
import { quotaChangeStates } from "./quota-change-states.ts";
import { placeLabel } from "./quota-place.ts";

/** `POST /api/v1/plan-quota-changes/:id/decision`: another officer of the bureau releases the places, or refuses with a reason. */
export const decideQuotaChange = operation({
  method: "POST",
  path: "/api/v1/plan-quota-changes/:id/decision",
  summary: "下达或退回名额调整",
  permission: { roles: ["reviewer"], over: quotaChangeOwner },
  params: ById,
  body: z.strictObject({ released: z.boolean(), reason: Text(300, 0).default("") }),
  output: Done,
  async run(context, { params, body }) {
    if (!body.released && body.reason.length < 2)
      throw unacceptable("reason-missing", "退回须写明理由。", [{ pointer: "/reason", detail: "请写明理由" }]);
    const change = await context.db
      .selectFrom("plan_quota_change")
      .select(["proposed_by", "quota_id", "to_quota_id", "places", "kind"])
      .where("id", "=", params.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (change.proposed_by === context.actor.accountId)
      throw forbidden("提出和下达须由两个人办理，请另一位工作人员下达。", "decided-by-proposer");
    if (body.released && change.places < 0 && change.kind !== "overdraw")
      await mustBeFree(context, change.quota_id, -change.places);
    await context.db
      .updateTable("plan_quota_change")
      .set({ decided_by: context.actor.accountId, decided_at: context.now })
      .where("id", "=", params.id)
      .where("state", "=", "proposed")
      .execute();
    await moveState(context, quotaChangeStates, params.id, body.released ? "released" : "refused", {
      reason: body.reason,
      from: ["proposed"],
    });
    if (change.proposed_by !== null)
      await notifyAccount(context, change.proposed_by, {
        template: "plan-quota-decided",
        text: `您提出的名额调整${body.released ? "已下达" : `已退回：${body.reason}`}。`,
      });
    if (body.released)
      for (const id of [change.quota_id, change.to_quota_id]) if (id !== null) await drawEarlier(context, id);
    if (body.released) await tellInstitutions(context, [change.quota_id, change.to_quota_id]);
    context.audit({ kind: "plan-quota-change", id: params.id, detail: { released: body.released } });
    return { id: params.id };
  },
});

/** Refuses to take places that classes hold. */
async function mustBeFree(context: Context, quotaId: string, places: number): Promise<void> {
  const found = await sql<{
    scope: "plan" | "town" | "organisation";
    town: string | null;
    organisation_name: string | null;
    free: number;
    drawn: number;
  }>`select q.scope, q.town, o.name as organisation_name, q.places - q.drawn as free, q.drawn
    from plan_quota q left join organisation o on o.id = q.organisation_id where q.id = ${quotaId} for update of q`.execute(
    context.db,
  );
  const [quota] = found.rows;
  if (quota && quota.free < places)
    throw conflict(
      "quota-in-use",
      `${placeLabel(quota)}的名额已用 ${quota.drawn} 个，只剩 ${Math.max(0, quota.free)} 个可以收回。请减少收回的数量。`,
      { free: quota.free },
    );
}

async function tellInstitutions(context: Context, quotaIds: readonly (string | null)[]): Promise<void> {
  const found = await sql<{ organisation_id: string; name: string; year: number; places: number }>`
    select q.organisation_id, p.name, q.year, q.places from plan_quota q join training_project p on p.id = q.project_id
    where q.id = any(${quotaIds.filter((id) => id !== null)}::uuid[]) and q.organisation_id is not null`.execute(
    context.db,
  );
  for (const { organisation_id, name, year, places } of found.rows)
    await notifyOrganisation(context, organisation_id, {
      template: "plan-quota-released",
      text: `“${name}” ${year} 年给贵单位的名额现为 ${places} 个，开班时可以选择这个计划。`,
    });
}
