import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById } from "../../kernel/shapes.ts";
import { askSources, personOwner } from "../../people/index.ts";
import { prepareAgain } from "./prepare-again.ts";

/**
 * `POST /api/v1/people/:id/entitlement-checks`: looks at a person's record anew, as every new fact does by itself: decides prepared
 * claims again, prepares those that certificates and degrees now entitle to, and asks the other offices' systems.
 */
export const checkAgain = operation({
  method: "POST",
  path: "/api/v1/people/:id/entitlement-checks",
  summary: "按最新记录重新核对补贴",
  permission: { roles: ["learner", "reviewer", "department"], over: personOwner },
  perMinute: 20,
  params: ById,
  output: z.object({ prepared: z.number().int().describe("新准备好的补贴申请") }),
  async run(context, { params }) {
    await askSources(context, [params.id]);
    const prepared = await prepareAgain(context, [params.id]);
    context.audit({ kind: "person", id: params.id, detail: { prepared } });
    return { prepared };
  },
});
