import { stateKind } from "@jinengtong/words";
import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { useApi } from "../../../api/hooks.ts";
import { Money } from "../../../kit/Money.tsx";
import { QueryView } from "../../../kit/QueryView.tsx";
import { RecordList } from "../../../kit/RecordList.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import type { Anomaly } from "../../../features/anomalies/anomaly.ts";

/** Claims that rest on an anomaly: those a confirmation holds, and their outcome. */
export function HeldClaims({ anomaly }: { anomaly: Anomaly }): ReactElement {
  const touched = useApi(api.anomalies.claims, { params: { id: anomaly.id } });
  return (
    <section aria-label="涉及的补贴申请">
      <h3 className="mb-2 text-lg font-semibold">
        涉及的补贴申请
        {touched.data !== undefined && touched.data.rows.length > 0 && (
          <span className="num ml-3 text-base font-normal text-ink-2">
            {touched.data.rows.length} 笔，
            <Money fen={touched.data.totalFen} />
            {anomaly.state === "confirmed" && "，暂缓办理"}
            {anomaly.state === "open" && "，确认后暂缓办理"}
          </span>
        )}
      </h3>
      <QueryView
        query={touched}
        lines={3}
        isEmpty={(data) => data.rows.length === 0}
        empty={<p className="text-ink-2">目前没有在办或已付的申请；确认后提出的申请也会暂缓。</p>}
      >
        {(data) => (
          <RecordList
            caption="涉及的补贴申请"
            rows={data.rows.slice(0, 50)}
            rowKey={(row) => row.claimId}
            href={(row) => `/bureau/claims/${row.claimId}`}
            columns={[
              { key: "name", title: "申请人", onPhone: "title", render: (row) => row.name ?? "—" },
              { key: "number", title: "编号", render: (row) => <span className="num">{row.number}</span> },
              { key: "named", title: "证据", render: (row) => (row.named ? "点到本人" : "同班或同户") },
              {
                key: "state",
                title: "状态",
                onPhone: "aside",
                render: (row) => (
                  <StatusMark kind={row.excluded ? "refused" : stateKind("claim", row.state, "office")}>
                    {row.excluded ? `${row.stateLabel}，已剔除` : row.stateLabel}
                  </StatusMark>
                ),
              },
              { key: "fen", title: "金额", align: "right", render: (row) => <Money fen={row.fen} /> },
            ]}
          />
        )}
      </QueryView>
    </section>
  );
}
