import type { ReactElement } from "react";
import { Link } from "react-router";
import { formatInstant } from "../../../kit/format.ts";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { type Anomaly, anomalyKind, severityOf } from "../../../features/anomalies/anomaly.ts";

/** An anomaly in a few lines: what was found, by which rule, how it was answered. */
export function AnomalyNote({ anomaly, href }: { anomaly: Anomaly; href: string }): ReactElement {
  return (
    <article className="rounded-md border border-line p-3">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <Link to={href} className="font-semibold underline underline-offset-3 hover:text-accent">
          {anomaly.title}
        </Link>
        <span className="flex items-baseline gap-3 text-sm">
          <span className="text-ink-2">{severityOf(anomaly.severity).word}</span>
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
