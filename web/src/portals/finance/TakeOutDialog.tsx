import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import type { BatchPayment } from "../../features/fund/BatchPayments.tsx";
import { formatYuan } from "../../kit/format.ts";
import { ReasonDialog } from "../../kit/staff/ReasonDialog.tsx";
import { useToast } from "../../kit/Toast.tsx";

/** Takes one payment out of its batch with a reason; the others go on. */
export function TakeOutDialog({ payment, onClose }: { payment: BatchPayment; onClose: () => void }): ReactElement {
  const tell = useToast();
  const takeOut = useChange(api.payments.takeOut, {
    refresh: [api.batches.show, api.batches.list, api.payables.list, api.homes.finance, api.sources.list],
    onSuccess: (rest) => {
      tell(rest.count === 0 ? "已移出，批次没有其他付款，已作废" : `已移出，本批还有 ${rest.count} 笔`);
      onClose();
    },
  });
  return (
    <ReasonDialog
      open
      danger
      onClose={onClose}
      title={`移出付款 ${payment.number}`}
      consequences={[
        `${payment.payeeName} 的 ${formatYuan(payment.amountFen)} 元不随本批支付，申请 ${payment.claimNumber} 回到待拨付。`,
        "本批其余付款不受影响。",
      ]}
      action="移出本批"
      rules={contractOf(api.payments.takeOut)}
      readBy="收款人和审计可以看到这段话"
      busy={takeOut.isPending}
      error={takeOut.error}
      onConfirm={({ text }) => takeOut.mutate({ params: { id: payment.id }, body: { reason: text } })}
    />
  );
}
