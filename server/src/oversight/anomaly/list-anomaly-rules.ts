import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { OVERSEERS } from "./anomaly-view.ts";
import { RULES } from "../rules/anomaly-rules.ts";

/** Rules for anomalies, with their explanations. */
export const listAnomalyRules = operation({
  method: "GET",
  path: "/api/v1/anomalies/rules",
  summary: "疑点筛查规则",
  permission: { roles: [...OVERSEERS, "institution"] },
  output: z.object({
    rules: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        clause: z.string(),
        explanation: z.string(),
        severity: z.number().int(),
      }),
    ),
  }),
  run: async () => ({ rules: RULES.map(({ find: _find, ...rule }) => rule) }),
});
