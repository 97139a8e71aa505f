import type { ReactElement } from "react";
import { useChange } from "../../api/hooks.ts";
import { useToast } from "../../ui/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import type { Anomaly } from "./AnomalyNote.tsx";

interface DecideAnomalyDialogProps {
  anomaly: Anomaly;
  verdict: "explained" | "confirmed";
  onClose: () => void;
  onDone: () => void;
}

/** Answers an anomaly for good. */
export function DecideAnomalyDialog({ anomaly, verdict, onClose, onDone }: DecideAnomalyDialogProps): ReactElement {
  const tell = useToast();
  const fault = verdict === "confirmed";
  const decide = useChange("POST /api/v1/anomalies/:id/decision", {
    refresh: ["GET /api/v1/anomalies", "GET /api/v1/classes/:id/anomalies", "GET /api/v1/bureau/home"],
    onSuccess: () => {
      tell(fault ? "已确认有问题" : "已记录说明");
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
              "记为确认的问题，班级的补贴审核会看到；可以对机构作出处理、暂停班级、撤销或追回补贴。",
              "处理结论不能更改，审计可以看到。",
            ]
          : ["线索就此结束，说明留存，审计可以看到。", "处理结论不能更改。"]
      }
      action={fault ? "确认有问题" : "记录说明，结束线索"}
      label={fault ? "核查情况" : "合理的说明"}
      readBy="审计可以看到这段话"
      busy={decide.isPending}
      error={decide.error}
      onClose={onClose}
      onConfirm={(reason) => decide.mutate({ params: { id: anomaly.id }, body: { verdict, reason } })}
    />
  );
}
