import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { formatYuan } from "../../../kit/format.ts";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import { CLAIM_READS } from "./claim-reads.ts";
import type { Claim } from "../../../features/claims/claim.ts";

/** Contests an approval: one officer gives the reason, another decides. */
export function AskCancellationDialog({ claim, onClose }: { claim: Claim; onClose: () => void }): ReactElement {
  const tell = useToast();
  const ask = useChange(api.claims.askCancellation, {
    refresh: CLAIM_READS,
    onSuccess: () => {
      tell("已提出撤销，待另一位审核人员确认");
      onClose();
    },
  });
  return (
    <ActDialog
      danger
      title={`提出撤销 ${claim.claim.number}`}
      consequences={[
        "由另一位审核人员确认后才生效；确认前申请照常进行。",
        `确认后核定的 ${formatYuan(claim.claim.approvedFen ?? 0)} 元释放回资金来源，占用的次数也退回。`,
        "确认后申请人会收到通知和撤销的理由。",
      ]}
      action="提出撤销"
      label="撤销理由"
      rules={contractOf(api.claims.askCancellation)}
      readBy="申请人和审计会看到这段话"
      busy={ask.isPending}
      error={ask.error}
      onClose={onClose}
      onConfirm={(reason) => ask.mutate({ params: { id: claim.claim.id }, body: { reason } })}
    />
  );
}
