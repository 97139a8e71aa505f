import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { formatYuan } from "../../../kit/format.ts";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
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
      consequences={
        fault
          ? [
              touched.data?.rows.length === 0
                ? "目前没有涉及的申请；之后提出的会暂缓：不能通过、核定、公示或拨付。"
                : `涉及的 ${touched.data?.rows.length ?? "…"} 笔申请、共 ${formatYuan(touched.data?.totalFen ?? 0)} 元暂缓：不能通过、核定、公示或拨付；已付的另行追回。`,
              "由另一位审核人员处置：撤销认定，或剔除有问题的申请后放行其余。",
              "可以另对机构作出处理、暂停班级。审计可以看到。",
            ]
          : ["线索就此结束，说明留存，审计可以看到。", "处理结论不能更改。"]
      }
      action={fault ? "确认有问题" : "记录说明，结束线索"}
      label={fault ? "核查情况" : "合理的说明"}
      rules={contractOf(api.anomalies.decide)}
      readBy="审计可以看到这段话"
      busy={decide.isPending}
      error={decide.error}
      onClose={onClose}
      onConfirm={(reason) => decide.mutate({ params: { id: anomaly.id }, body: { verdict, reason } })}
    />
  );
}
