import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { formatYuan } from "../../../kit/format.ts";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import { anomalyVerdicts } from "../verdict-words.ts";
import { CLAIM_READS } from "../claims/claim-reads.ts";
import type { Anomaly } from "../../../features/anomalies/anomaly.ts";

interface DecideAnomalyDialogProps {
  anomaly: Anomaly;
  verdict: "explained" | "confirmed";
  onClose: () => void;
  onDone: () => void;
}

/** Answers an anomaly: explained for good, or confirmed, which holds the claims that rest on it. */
export function DecideAnomalyDialog({ anomaly, verdict, onClose, onDone }: DecideAnomalyDialogProps): ReactElement {
  const tell = useToast();
  const fault = verdict === "confirmed";
  const touched = useApi(api.anomalies.claims, { params: { id: anomaly.id } });
  const decide = useChange(api.anomalies.decide, {
    refresh: [api.anomalies.list, api.anomalies.ofClass, api.anomalies.ofClaim, ...CLAIM_READS],
    onSuccess: (answer) => {
      tell(fault ? `已确认有问题，暂缓 ${answer.held} 笔申请` : "已记录说明");
      onClose();
      onDone();
    },
  });
  return (
    <ActDialog
      danger={fault}
      title={`${fault ? "确认有问题" : "已有合理说明"}：${anomaly.title}`}
      {...anomalyVerdicts[verdict]}
      consequences={
        fault
          ? [
              touched.data?.rows.length === 0
                ? "目前没有涉及的申请；之后提出的会暂缓：不能通过、核定、公示或拨付。"
                : `涉及的 ${touched.data?.rows.length ?? "…"} 笔申请、共 ${formatYuan(touched.data?.totalFen ?? 0)} 元暂缓：不能通过、核定、公示或拨付；已付的另行追回。`,
              ...anomalyVerdicts.confirmed.consequences.slice(1),
            ]
          : anomalyVerdicts.explained.consequences
      }
      rules={contractOf(api.anomalies.decide)}
      busy={decide.isPending}
      error={decide.error}
      onClose={onClose}
      onConfirm={(reason) => decide.mutate({ params: { id: anomaly.id }, body: { verdict, reason } })}
    />
  );
}
