import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { LocalParameter, listParametersOf } from "./parameter-view.ts";
import { policyOf } from "./policies.ts";

/** `GET /api/v1/policy/:id/parameters`: local values, including proposed and withdrawn ones. */
export const listParameters = operation({
  method: "GET",
  path: "/api/v1/policy/:id/parameters",
  summary: "本地政策参数",
  permission: { roles: ["reviewer", "finance", "auditor", "admin"] },
  params: z.object({ id: z.string().max(80) }),
  output: z.strictObject({ rows: z.array(LocalParameter) }),
  async run(context, { params }) {
    return { rows: await listParametersOf(context.db, policyOf(context.services, params.id).id) };
  },
});
