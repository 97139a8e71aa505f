import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import { CLAIM_READS } from "./claim-reads.ts";
import type { Claim } from "../../../features/claims/claim.ts";

interface RecallDialogProps {
  claim: Claim;
  onClose: () => void;
  onDone: () => void;
}

/** Recalls the officer's own first review before the second one. */
export function RecallDialog({ claim, onClose, onDone }: RecallDialogProps): ReactElement {
  const tell = useToast();
  const recall = useChange(api.claims.recallFirstReview, {
    refresh: CLAIM_READS,
    onSuccess: () => {
      tell("初审意见已撤回，申请回到待初审");
      onClose();
      onDone();
    },
  });
  return (
    <ActDialog
      title={`撤回初审意见 ${claim.claim.number}`}
      consequences={["申请回到待初审，可以重新审核。", "原来的意见保留在经过里，不会删除。"]}
      action="撤回初审意见"
      label="撤回原因"
      rules={contractOf(api.claims.recallFirstReview)}
      readBy="记入经过，审计可以看到"
      busy={recall.isPending}
      error={recall.error}
      onClose={onClose}
      onConfirm={(reason) => recall.mutate({ params: { id: claim.claim.id }, body: { reason } })}
    />
  );
}
