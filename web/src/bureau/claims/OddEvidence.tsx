import type { ReactElement } from "react";
import { useApi } from "../../api/hooks.ts";
import { Empty } from "../../ui/Empty.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { AnomalyNote } from "../oversight/AnomalyNote.tsx";

/** What the screening found odd about the class. */
export function OddEvidence({ classId }: { classId: string }): ReactElement {
  const found = useApi("GET /api/v1/classes/:id/anomalies", { params: { id: classId } });
  return (
    <QueryView
      query={found}
      lines={4}
      isEmpty={(data) => data.rows.length === 0}
      empty={<Empty title="没有发现疑点">平台按规则每天筛查考勤、设备、账户和证书，这个班没有线索。</Empty>}
    >
      {(data) => (
        <ul className="grid gap-3">
          {data.rows.map((row) => (
            <li key={row.id}>
              <AnomalyNote anomaly={row} href={`/bureau/anomalies?case=${row.id}`} />
            </li>
          ))}
        </ul>
      )}
    </QueryView>
  );
}
