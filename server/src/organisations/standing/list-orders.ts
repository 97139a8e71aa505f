import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, Id, Instant } from "../../kernel/shapes.ts";
import { OrganisationState, organisationOwner } from "../organisation/organisation-view.ts";
import { organisationStates } from "../organisation/organisation-states.ts";

/** Roles that may read why an organisation was suspended: its own people and its supervisors. */
export const ORDER_READERS = [
  "institution",
  "enterprise",
  "evaluator",
  "reviewer",
  "department",
  "finance",
  "auditor",
] as const;

const Order = z.strictObject({
  id: Id,
  fromLabel: z.string(),
  to: OrganisationState,
  toLabel: z.string(),
  reason: z.string(),
  basis: z.string(),
  files: z.array(z.strictObject({ id: Id, name: z.string(), mediaType: z.string() })),
  madeBy: z.string(),
  madeAt: Instant,
});

/** `GET /api/v1/organisations/:id/orders`: suspensions, reinstatements and exits with reason and papers, newest first. */
export const listOrders = operation({
  method: "GET",
  path: "/api/v1/organisations/:id/orders",
  summary: "一家单位的资格变动经过",
  permission: { roles: ORDER_READERS, over: organisationOwner },
  params: ById,
  output: z.object({ rows: z.array(Order) }),
  async run({ db }, { params }) {
    const orders = await db
      .selectFrom("organisation_order as x")
      .innerJoin("account as a", "a.id", "x.made_by")
      .select([
        "x.id",
        "x.from_state",
        "x.to_state",
        "x.reason",
        "x.basis",
        "x.evidence_file_ids",
        "x.made_at",
        "a.name",
      ])
      .where("x.organisation_id", "=", params.id)
      .orderBy("x.made_at", "desc")
      .execute();
    const ids = orders.flatMap((order) => order.evidence_file_ids);
    const files = await db
      .selectFrom("stored_file")
      .select(["id", "name", "media_type"])
      .where("id", "in", ids.length > 0 ? ids : [params.id])
      .execute();
    return {
      rows: orders.map((order) => ({
        id: order.id,
        fromLabel: organisationStates.states[order.from_state].label,
        to: order.to_state,
        toLabel: organisationStates.states[order.to_state].label,
        reason: order.reason,
        basis: order.basis,
        files: files
          .filter((file) => order.evidence_file_ids.includes(file.id))
          .map((file) => ({ id: file.id, name: file.name, mediaType: file.media_type })),
        madeBy: order.name,
        madeAt: order.made_at.toISOString(),
      })),
    };
  },
});
