import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { call } from "../../../api/client.ts";
import { contractOf } from "../../../api/contract.ts";
import { CLAIM_READS } from "../claims/claim-reads.ts";
import { DecideMany } from "../DecideMany.tsx";
import { anomalyVerdicts } from "../verdict-words.ts";
import type { Anomaly } from "../../../features/anomalies/anomaly.ts";

interface DecideAnomaliesProps {
  rows: readonly Anomaly[];
  onDone: (left: ReadonlySet<string>) => void;
}

/** Answers several anomalies alike: explained, or confirmed, which holds the claims that rest on them. */
export function DecideAnomalies({ rows, onDone }: DecideAnomaliesProps): ReactElement {
  return (
    <DecideMany
      rows={rows.filter(({ state }) => state === "open")}
      nameOf={({ title, summary }) => `${title} ${summary}`}
      unit="条"
      refresh={[api.anomalies.list, ...CLAIM_READS]}
      rules={contractOf(api.anomalies.decide)}

      verdicts={[
        {
          ...anomalyVerdicts.explained,
          act: ({ id }, reason) =>
            call(api.anomalies.decide, { params: { id }, body: { verdict: "explained", reason } }),
        },
        {
          ...anomalyVerdicts.confirmed,
          danger: true,
          act: ({ id }, reason) =>
            call(api.anomalies.decide, { params: { id }, body: { verdict: "confirmed", reason } }),
        },
      ]}
      onDone={onDone}
    />
  );
}
