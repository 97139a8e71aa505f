import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { claimantOf } from "../claim/claim-record.ts";
import { raiseObjection } from "./objections.ts";

/** `POST /api/v1/claims/:id/appeals`: the claimant appeals a refusal. */
export const appealClaim = operation({
  method: "POST",
  path: "/api/v1/claims/:id/appeals",
  summary: "对不予补贴的决定提出申诉",
  permission: { roles: ["learner", "enterprise", "institution"], over: claimantOf },
  params: ById,
  body: z.strictObject({ text: Text(2000, 5).describe("申诉理由") }),
  output: Done,
  async run(context, { params, body }) {
    const id = await raiseObjection(context, params.id, {
      kind: "appeal",
      text: body.text,
      personId: context.actor.personId,
    });
    context.audit({ kind: "objection", id });
    return { id };
  },
});
