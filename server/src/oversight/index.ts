import { WORDS } from "@jinengtong/words";
import type { Module } from "../kernel/module.ts";
import { oversightDemo } from "./demo/part.ts";
import { classAnomalies } from "./anomaly/class-anomalies.ts";
import { anomalyClaims } from "./anomaly/anomaly-claims.ts";
import { anomalyEvidence } from "./anomaly/anomaly-evidence.ts";
import { claimAnomalies } from "./anomaly/claim-anomalies.ts";
import { decideAnomaly } from "./anomaly/decide-anomaly.ts";
import { exportAnomalies } from "./anomaly/export-anomalies.ts";
import { listAnomalies } from "./anomaly/list-anomalies.ts";
import { listAnomalyRules } from "./anomaly/list-anomaly-rules.ts";
import { resolveAnomaly } from "./anomaly/resolve-anomaly.ts";
import { exportAudit } from "./audit-log/export-audit.ts";
import { keepHead, tellHeadDaily } from "./audit-log/hand-out-head.ts";
import { listAudit } from "./audit-log/list-audit.ts";
import { verifyAuditLog } from "./audit-log/verify-audit-log.ts";
import { dailyDigest, mailDigest } from "./digest/daily-digest.ts";
import { auditorHome } from "./home/auditor-home.ts";
import { bureauHome } from "./home/bureau-home.ts";
import { listJobs } from "./job/list-jobs.ts";
import { retryJob } from "./job/retry-job.ts";
import { liveClasses } from "./home/live-classes.ts";
import { drawSample } from "./sample/draw-sample.ts";
import { exportSample } from "./sample/export-sample.ts";
import { exportSamples, listSamples } from "./sample/list-samples.ts";
import { recordFinding } from "./sample/record-finding.ts";
import { showSample } from "./sample/show-sample.ts";
import { verifySample } from "./sample/verify-sample.ts";
import { scanForAnomalies, startScan } from "./anomaly/scan.ts";
import { traceClaim } from "./trace/trace-claim.ts";
import { traceClass } from "./trace/trace-class.ts";
import { tracePayment } from "./trace/trace-payment.ts";
import { traceSearch } from "./trace/trace-search.ts";
import { traceMarks } from "./trace/trace-marks.ts";
import { traceWatch } from "./trace/trace-watch.ts";
import "./events.ts";
import "./tables.ts";

export { decideAnomaly } from "./anomaly/decide-anomaly.ts";
export { openAnomaliesOf } from "./anomaly/open-anomalies.ts";
export { RULES } from "./rules/anomaly-rules.ts";
export { makeDigests } from "./digest/daily-digest.ts";
export { scanForAnomalies } from "./anomaly/scan.ts";

export const operations = {
  homes: { bureau: bureauHome, auditor: auditorHome },
  oversight: { live: liveClasses },
  trace: {
    payment: tracePayment,
    claim: traceClaim,
    class: traceClass,
    search: traceSearch,
    marks: traceMarks,
    watch: traceWatch,
  },
  anomalies: {
    list: listAnomalies,
    rules: listAnomalyRules,
    export: exportAnomalies,
    ofClass: classAnomalies,
    ofClaim: claimAnomalies,
    claims: anomalyClaims,
    evidence: anomalyEvidence,
    decide: decideAnomaly,
    resolve: resolveAnomaly,
    scan: startScan,
  },
  samples: {
    draw: drawSample,
    list: listSamples,
    export: exportSamples,
    show: showSample,
    verify: verifySample,
    recordFinding,
    exportOne: exportSample,
  },
  jobs: { list: listJobs, retry: retryJob },
  auditLog: { list: listAudit, export: exportAudit, verify: verifyAuditLog },
};

/** Oversight: traces, samples and anomalies over every step; it never changes an earlier fact. */
export const oversight: Module = {
  name: "oversight",
  operations,
  words: WORDS.oversight,
  // 01:40 in China, when the load is low.
  schedules: [
    {
      name: "anomalies",
      title: "每日疑点筛查",
      cron: "40 17 * * *",
      run: async (services) => void (await scanForAnomalies(services)),
    },
    keepHead,
    tellHeadDaily,
    dailyDigest,
  ],
  emits: ["digest-made"],
  subscriptions: [mailDigest],
  demo: oversightDemo,
};
