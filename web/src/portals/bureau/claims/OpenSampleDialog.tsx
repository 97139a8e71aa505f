import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { ActDialog } from "../ActDialog.tsx";

interface OpenSampleDialogProps {
  batchId: string;
  claimId: string;
  number: string;
  onClose: () => void;
  onDone: () => void;
}

/** Records the officer's finding on a sampled claim. */
export function OpenSampleDialog({ batchId, claimId, number, onClose, onDone }: OpenSampleDialogProps): ReactElement {
  const open = useChange(api.reviewBatches.open, {
    refresh: [api.reviewBatches.show],
    onSuccess: () => {
      onClose();
      onDone();
    },
  });
  return (
    <ActDialog
      title={`核看意见 ${number}`}
      consequences={["意见记入批次，审计抽查时可以看到。"]}
      action="记录核看"
      label="核看意见"
      rules={contractOf(api.reviewBatches.open)}
      words="note"
      readBy="写明看了什么、是否相符"
      phrases={[
        { value: "考勤、证书与判定依据相符。", label: "考勤、证书与判定依据相符" },
        { value: "线上学习记录连续，学时相符。", label: "线上学习记录连续，学时相符" },
      ]}
      busy={open.isPending}
      error={open.error}
      onClose={onClose}
      onConfirm={(note) => open.mutate({ params: { id: batchId }, body: { claimId, note } })}
    />
  );
}
