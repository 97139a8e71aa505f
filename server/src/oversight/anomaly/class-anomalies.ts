import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { ById } from "../../kernel/shapes.ts";
import { classOwner } from "../../training/index.ts";
import { AnomalyLine, anomalyLines, OVERSEERS } from "./anomaly-view.ts";

/** Anomalies of one class, for its reviewer. */
export const classAnomalies = operation({
  method: "GET",
  path: "/api/v1/classes/:id/anomalies",
  summary: "培训班的疑点",
  permission: { roles: OVERSEERS, over: classOwner },
  params: ById,
  output: z.object({ rows: z.array(AnomalyLine) }),
  run: async ({ db }, { params }) => ({ rows: await anomalyLines(db, sql`a.class_id = ${params.id}`, 200) }),
});
