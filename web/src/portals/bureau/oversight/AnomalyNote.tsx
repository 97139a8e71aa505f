import type { Api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { Link } from "react-router";
import type { Output } from "../../../api/client.ts";
import { formatInstant } from "../../../kit/format.ts";
import { StatusMark, type StatusKind } from "../../../kit/StatusMark.tsx";

export type Anomaly = Output<Api["anomalies"]["list"]>["rows"][number];

const KINDS: Record<Anomaly["state"], StatusKind> = {
  open: "turn",
  explained: "done",
  confirmed: "refused",
  dismissed: "ended",
  settled: "done",
};
export const anomalyKind = (state: Anomaly["state"]): StatusKind => KINDS[state];

const GRAVITY: Readonly<Record<number, string>> = { 1: "提示", 2: "一般", 3: "严重" };
export const gravityWord = (severity: number): string => GRAVITY[severity] ?? "提示";

/** An anomaly in a few lines: what was found, by which rule, how it was answered. */
export function AnomalyNote({ anomaly, href }: { anomaly: Anomaly; href: string }): ReactElement {
  return (
    <article className="rounded-md border border-line p-3">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <Link to={href} className="font-semibold underline underline-offset-3 hover:text-accent">
          {anomaly.title}
        </Link>
        <span className="flex items-baseline gap-3 text-sm">
          <span className="text-ink-2">{gravityWord(anomaly.severity)}</span>
          <StatusMark kind={anomalyKind(anomaly.state)}>{anomaly.stateLabel}</StatusMark>
        </span>
      </p>
      <p>{anomaly.summary}</p>
      <p className="num text-sm text-ink-2">
        条款 {anomaly.clause} · {formatInstant(anomaly.foundAt)} 发现
        {anomaly.decisionReason !== null && ` · ${anomaly.decidedBy ?? ""}：${anomaly.decisionReason}`}
      </p>
    </article>
  );
}
