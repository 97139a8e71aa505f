import type { Module } from "../kernel/module.ts";
import { classAnomalies } from "./class-anomalies.ts";
import { anomalyClaims } from "./anomaly-claims.ts";
import { anomalyEvidence } from "./anomaly-evidence.ts";
import { claimAnomalies } from "./claim-anomalies.ts";
import { decideAnomaly } from "./decide-anomaly.ts";
import { exportAnomalies } from "./export-anomalies.ts";
import { listAnomalies } from "./list-anomalies.ts";
import { listAnomalyRules } from "./list-anomaly-rules.ts";
import { resolveAnomaly } from "./resolve-anomaly.ts";
import { exportAudit } from "./export-audit.ts";
import { listAudit } from "./list-audit.ts";
import { verifyAuditLog } from "./verify-audit-log.ts";
import { auditorHome } from "./auditor-home.ts";
import { bureauHome } from "./bureau-home.ts";
import { listJobs } from "./list-jobs.ts";
import { retryJob } from "./retry-job.ts";
import { liveClasses } from "./live-classes.ts";
import { drawSample } from "./draw-sample.ts";
import { exportSample } from "./export-sample.ts";
import { exportSamples, listSamples } from "./list-samples.ts";
import { recordFinding } from "./record-finding.ts";
import { showSample } from "./show-sample.ts";
import { verifySample } from "./verify-sample.ts";
import { scanForAnomalies, startScan } from "./scan.ts";
import { traceClaim } from "./trace-claim.ts";
import { traceClass } from "./trace-class.ts";
import { tracePayment } from "./trace-payment.ts";
import { traceSearch } from "./trace-search.ts";
import { traceMarks } from "./trace-marks.ts";
import { traceWatch } from "./trace-watch.ts";
import "./tables.ts";

export { decideAnomaly } from "./decide-anomaly.ts";
export { openAnomaliesOf } from "./open-anomalies.ts";
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
  claimAnomalies,
  anomalyClaims,
  anomalyEvidence,
  decideAnomaly,
  resolveAnomaly,
  startScan,
  drawSample,
  listSamples,
  exportSamples,
  showSample,
  verifySample,
  recordFinding,
  exportSample,
  listJobs,
  retryJob,
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
