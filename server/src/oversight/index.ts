import type { Module } from "../kernel/module.ts";
import { classAnomalies, decideAnomaly, exportAnomalies, listAnomalies, listAnomalyRules } from "./anomalies.ts";
import { exportAudit, listAudit, verifyAuditLog } from "./audit-log.ts";
import { auditorHome } from "./auditor-home.ts";
import { bureauHome } from "./bureau-home.ts";
import { liveClasses } from "./live-classes.ts";
import { drawSample, exportSample, listSamples, recordFinding, showSample, verifySample } from "./samples.ts";
import { scanForAnomalies, startScan } from "./scan.ts";
import { traceClaim } from "./trace-claim.ts";
import { traceClass } from "./trace-class.ts";
import { tracePayment } from "./trace-payment.ts";
import { traceSearch } from "./trace-search.ts";
import { traceMarks, traceWatch } from "./trace-rows.ts";
import "./tables.ts";

export { openAnomaliesOf } from "./anomalies.ts";
export { RULES } from "./rules/index.ts";
export { scanForAnomalies } from "./scan.ts";

export const operations = [
  bureauHome,
  auditorHome,
  liveClasses,
  tracePayment,
  traceClaim,
  traceClass,
  traceSearch,
  traceMarks,
  traceWatch,
  listAnomalies,
  listAnomalyRules,
  exportAnomalies,
  classAnomalies,
  decideAnomaly,
  startScan,
  drawSample,
  listSamples,
  showSample,
  verifySample,
  recordFinding,
  exportSample,
  listAudit,
  exportAudit,
  verifyAuditLog,
] as const;

/** Those who watch: every step can be walked along, sampled and searched for what looks odd; nothing here changes an earlier fact. */
export const oversight: Module = {
  name: "oversight",
  operations,
  // 01:40 in China, when nobody waits for the database.
  schedules: [
    { name: "anomalies", cron: "40 17 * * *", run: async (services) => void (await scanForAnomalies(services)) },
  ],
};
