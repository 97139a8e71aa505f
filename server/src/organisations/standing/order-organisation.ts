import { z } from "zod";
import { notifyOrganisation } from "../../access/index.ts";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { ById, Done, Id, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { OrganisationState, organisationOwner } from "../organisation/organisation-view.ts";
import { organisationStates } from "../organisation/organisation-states.ts";

/** `POST /api/v1/organisations/:id/orders`: suspends, reinstates or ends an organisation; the reason and the papers stay for good. */
export const orderOrganisation = operation({
  method: "POST",
  path: "/api/v1/organisations/:id/orders",
  summary: "暂停、恢复或终止一家单位的资格",
  permission: { roles: ["reviewer"], over: organisationOwner },
  params: ById,
  body: z
    .strictObject({
      to: OrganisationState,
      reason: Text(500, 4).describe("单位会看到"),
      basis: Text(200, 4).describe("依据的文件名称和文号"),
      evidenceFileIds: z.array(Id).max(10).default([]).describe("先用 POST /organisations/:id/evidence 上传"),
    })
    .refine((body) => body.to === "active" || body.evidenceFileIds.length > 0, {
      message: "暂停或退出须附依据材料，请先上传",
      path: ["evidenceFileIds"],
    }),
  output: Done,
  async run(context, { params, body }) {
    const own = await context.db
      .selectFrom("stored_file")
      .select("id")
      .where("id", "in", body.evidenceFileIds.length > 0 ? body.evidenceFileIds : [params.id])
      .where("organisation_id", "=", params.id)
      .where("purpose", "=", "organisation-order")
      .execute();
    if (own.length !== new Set(body.evidenceFileIds).size)
      throw unacceptable("evidence-unknown", "有材料不是为这家单位上传的，请重新上传。", [
        { pointer: "/evidenceFileIds", detail: "请重新上传依据材料" },
      ]);
    const from = await moveState(context, organisationStates, params.id, body.to, { reason: body.reason });
    const order = await context.db
      .insertInto("organisation_order")
      .values({
        organisation_id: params.id,
        from_state: from,
        to_state: body.to,
        reason: body.reason,
        basis: body.basis,
        evidence_file_ids: [...new Set(body.evidenceFileIds)],
        made_by: context.actor.accountId,
        made_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await notifyOrganisation(context, params.id, {
      template: "organisation-ordered",
      text: `贵单位的资格现为“${organisationStates.states[body.to].label}”。理由：${body.reason}。依据：${body.basis}`,
    });
    context.audit({
      kind: "organisation",
      id: params.id,
      organisationId: params.id,
      detail: { orderId: order.id, from, to: body.to },
    });
    return { id: order.id };
  },
});
