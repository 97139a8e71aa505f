import { useState, type ReactElement } from "react";
import { Link } from "react-router";
import { Button } from "../../kit/Button.tsx";
import { formatInstant } from "../../kit/format.ts";
import { AnomalyEvidence } from "../../features/trace/AnomalyEvidence.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { type Anomaly, anomalyKind, severityOf } from "../../features/anomalies/anomaly.ts";

/** Link to the subject of an anomaly. */
function hrefOf(row: Anomaly): string | null {
  if (row.subjectKind === "claim") return `/audit/claims/${row.subjectId}`;
  if (row.subjectKind === "payment") return `/audit/payments/${row.subjectId}`;
  return row.classId === null ? null : `/audit/classes/${row.classId}`;
}

/** Loaded on demand: a long list rests on thousands of records. */
function Evidence({ row }: { row: Anomaly }): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="quiet"
        icon={open ? "down" : "right"}
        label={open ? "收起证据" : "看证据"}
        onClick={() => setOpen(!open)}
      >
        证据
      </Button>
      {open && <AnomalyEvidence id={row.id} evidence={row.evidence} />}
    </>
  );
}

/** Anomalies with their rule, evidence and answer. */
export function AnomalyList({ rows }: { rows: readonly Anomaly[] }): ReactElement {
  return (
    <ul className="divide-y divide-line rounded-md border border-line bg-sheet">
      {rows.map((row) => {
        const severity = severityOf(row.severity);
        const href = hrefOf(row);
        return (
          <li key={row.id} className="grid items-start gap-x-5 gap-y-1 px-4 py-3 md:grid-cols-[4.5rem_1fr_9rem]">
            <StatusMark kind={severity.kind}>{severity.word}</StatusMark>
            <div className="min-w-0">
              <p className="font-medium">
                {href === null ? (
                  row.summary
                ) : (
                  <Link to={href} className="underline decoration-accent-line underline-offset-4 hover:text-accent">
                    {row.summary}
                  </Link>
                )}
              </p>
              <p className="text-sm text-ink-2">
                {row.title} · {row.explanation}
                <span className="num ml-2 text-ink-3">条款 {row.clause}</span>
              </p>
              {(row.className !== null || row.organisation !== null) && (
                <p className="text-sm text-ink-3">{[row.organisation, row.className].filter(Boolean).join(" · ")}</p>
              )}
              <Evidence row={row} />
              {row.resolutionReason !== null && (
                <p className="mt-1 border-l-2 border-line pl-3 text-sm text-ink-2">
                  {row.resolvedBy}处置：{row.resolutionReason}
                </p>
              )}
              {row.decisionReason !== null && (
                <p className="mt-1 border-l-2 border-line pl-3 text-sm text-ink-2">
                  {row.decidedBy}：{row.decisionReason}
                </p>
              )}
            </div>
            <div className="md:text-right">
              <StatusMark kind={anomalyKind(row.state)}>{row.stateLabel}</StatusMark>
              <span className="num block text-sm text-ink-3">{formatInstant(row.decidedAt ?? row.foundAt)}</span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
