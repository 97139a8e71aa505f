import { operation } from "../../kernel/operation.ts";
import { pageOf } from "../../kernel/shapes.ts";
import { ANOMALY_ORDER, AnomalyLine, anomalyPage, chosen, Filter, OVERSEERS } from "./anomaly-view.ts";

/** Lists anomalies, open or answered. */
export const listAnomalies = operation({
  method: "GET",
  path: "/api/v1/anomalies",
  summary: "疑点",
  permission: { roles: OVERSEERS },
  query: ANOMALY_ORDER.query.extend(Filter.shape),
  output: pageOf(AnomalyLine),
  run: ({ db, actor }, { query }) => anomalyPage(db, chosen(actor, query), query),
});
