import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { STATISTICS_READERS, Target, targetsOf } from "./target-view.ts";

/** Targets of the region. */
export const listTargets = operation({
  method: "GET",
  path: "/api/v1/targets",
  summary: "目标任务",
  permission: { roles: STATISTICS_READERS },
  query: z.object({ policyId: z.string().max(60).optional() }),
  output: z.object({ rows: z.array(Target) }),
  run: async (context, { query }) => ({ rows: await targetsOf(context, query.policyId) }),
});
