import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import type { StatusKind } from "../../kit/StatusMark.tsx";

/** An anomaly with its evidence and its answer. */
export type Anomaly = Output<Api["anomalies"]["list"]>["rows"][number];

const states: Record<Anomaly["state"], StatusKind> = {
  open: "turn",
  explained: "done",
  confirmed: "refused",
  dismissed: "ended",
  settled: "done",
};

/** State of an anomaly as a tag. */
export const anomalyKind = (state: Anomaly["state"]): StatusKind => states[state];

const minor = { kind: "waiting", word: "提示" } as const;
const severities: Readonly<Record<number, { kind: StatusKind; word: string }>> = {
  3: { kind: "late", word: "严重" },
  2: { kind: "turn", word: "一般" },
  1: minor,
};

/** Severity of an anomaly as word and shape; 3 is the highest. */
export const severityOf = (severity: number): { kind: StatusKind; word: string } => severities[severity] ?? minor;
