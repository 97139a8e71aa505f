import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import type { StatusKind } from "../../kit/StatusMark.tsx";

/** What a rule found odd, with its evidence and how it was answered. */
export type Anomaly = Output<Api["anomalies"]["list"]>["rows"][number];

const states: Record<Anomaly["state"], StatusKind> = {
  open: "turn",
  explained: "done",
  confirmed: "refused",
  dismissed: "ended",
  settled: "done",
};

/** How the state of an anomaly looks. */
export const anomalyKind = (state: Anomaly["state"]): StatusKind => states[state];

const minor = { kind: "waiting", word: "提示" } as const;
const severities: Readonly<Record<number, { kind: StatusKind; word: string }>> = {
  3: { kind: "late", word: "严重" },
  2: { kind: "turn", word: "一般" },
  1: minor,
};

/** How grave an anomaly is, as word and shape; 3 is the gravest. */
export const severityOf = (severity: number): { kind: StatusKind; word: string } => severities[severity] ?? minor;
