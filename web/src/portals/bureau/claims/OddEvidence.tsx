import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { useApi } from "../../../api/hooks.ts";
import { Empty } from "../../../kit/Empty.tsx";
import { QueryView } from "../../../kit/QueryView.tsx";
import { AnomalyEvidence } from "../../../features/trace/AnomalyEvidence.tsx";
import { AnomalyNote } from "../oversight/AnomalyNote.tsx";
import type { Anomaly } from "../../../features/anomalies/anomaly.ts";

/** Anomalies of a claim: of itself, its class or its person's account. */
export function ClaimOddEvidence({ claimId }: { claimId: string }): ReactElement {
  const found = useApi(api.anomalies.ofClaim, { params: { id: claimId } });
  return (
    <QueryView query={found} lines={4} isEmpty={(data) => data.rows.length === 0} empty={<Nothing />}>
      {(data) => <OddList rows={data.rows} />}
    </QueryView>
  );
}

/** Anomalies of a class. */
export function ClassOddEvidence({ classId }: { classId: string }): ReactElement {
  const found = useApi(api.anomalies.ofClass, { params: { id: classId } });
  return (
    <QueryView query={found} lines={4} isEmpty={(data) => data.rows.length === 0} empty={<Nothing />}>
      {(data) => <OddList rows={data.rows} />}
    </QueryView>
  );
}

const Nothing = (): ReactElement => (
  <Empty title="没有发现疑点">平台按规则每天筛查考勤、设备、账户和证书，这里没有线索。</Empty>
);

function OddList({ rows }: { rows: readonly Anomaly[] }): ReactElement {
  return (
    <ul className="grid gap-4">
      {rows.map((row) => (
        <li key={row.id} className="grid gap-3">
          <AnomalyNote anomaly={row} href={`/bureau/anomalies?state=${row.state}&case=${row.id}`} />
          <AnomalyEvidence id={row.id} evidence={row.evidence} />
        </li>
      ))}
    </ul>
  );
}
