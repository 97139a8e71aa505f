import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { formatYuan } from "../../kit/format.ts";
import { ReasonDialog } from "../../kit/staff/ReasonDialog.tsx";
import { useToast } from "../../kit/Toast.tsx";
import type { Batch } from "../../features/fund/BatchSums.tsx";

export type BatchActName = "submission" | "release" | "return" | "cancellation" | "dispatch";

const REFRESH = [api.batches.show, api.batches.list, api.homes.finance, api.sources.list] as const;

/** Confirmation of a batch's step: what happens, to whom, how much. */
export function BatchAct({
  act,
  batch,
  onClose,
}: {
  act: BatchActName;
  batch: Batch;
  onClose: () => void;
}): ReactElement {
  const tell = useToast();
  const settings = (said: string) => ({
    refresh: REFRESH,
    onSuccess: () => {
      tell(said);
      onClose();
    },
  });
  const submit = useChange(api.batches.submit, settings("已提交，等待另一位财政人员复核放款"));
  const release = useChange(api.batches.release, settings(`已放款 ${batch.count} 笔`));
  const giveBack = useChange(api.batches.return, settings("已退回编制人"));
  const cancel = useChange(api.batches.cancel, settings("批次已作废，申请回到待拨付"));
  const dispatch = useChange(api.batches.send, settings("已固定银行文件，请下载后送银行"));
  const params = { id: batch.id };
  const sum = `${batch.count} 笔，共 ${formatYuan(batch.totalFen)} 元`;
  const sheet = { open: true, onClose, title: "" } as const;
  switch (act) {
    case "submission":
      return (
        <ConfirmSheet
          {...sheet}
          title={`提交批次 ${batch.number}`}
          consequences={[`${sum}，交另一位财政人员复核。`, "提交后您仍可作废，但不能自己放款。"]}
          action="提交放款复核"
          busy={submit.isPending}
          error={submit.error}
          onConfirm={() => submit.mutate({ params, body: {} })}
        />
      );
    case "release":
      return (
        <ConfirmSheet
          {...sheet}
          title={`复核放款 ${batch.number}`}
          consequences={[
            `从“${batch.sourceName}”专户转出 ${formatYuan(batch.totalFen)} 元，记为在途。`,
            `付到 ${batch.look.payees} 个收款账户；送银行前仍可逐笔移出。`,
            ...(batch.look.stopped === 0
              ? []
              : [`其中 ${batch.look.stopped} 笔有异议、撤销或疑点待处理，须先移出才能放款。`]),
            ...(batch.look.paidBefore === 0
              ? []
              : [`其中 ${batch.look.paidBefore} 笔此前付过又退回，请在明细中核对退回日期和账户。`]),
            ...(batch.look.accountChanged === 0
              ? []
              : [`其中 ${batch.look.accountChanged} 笔的收款账户在公示后更换过，请核对。`]),
            "您的姓名和时间会记入每一笔的追溯记录。",
          ]}
          action={`放款 ${sum}`}
          busy={release.isPending}
          error={release.error}
          onConfirm={() => release.mutate({ params, body: {} })}
        />
      );
    case "dispatch":
      return (
        <ConfirmSheet
          {...sheet}
          title={`送银行 ${batch.number}`}
          consequences={[`生成银行文件（${sum}，末行为控制合计）并固定其指纹。`, "此后每笔的结果以银行回单为准。"]}
          action="生成文件并送银行"
          busy={dispatch.isPending}
          error={dispatch.error}
          onConfirm={() => dispatch.mutate({ params, body: {} })}
        />
      );
    case "return":
      return (
        <ReasonDialog
          {...sheet}
          title={`退回批次 ${batch.number}`}
          consequences={["批次回到待提交，由编制人处理。"]}
          action="退回编制人"
          rules={contractOf(api.batches.return)}
          readBy="编制人会看到这段话"
          busy={giveBack.isPending}
          error={giveBack.error}
          onConfirm={({ text }) => giveBack.mutate({ params, body: { reason: text } })}
        />
      );
    case "cancellation":
      return (
        <ReasonDialog
          {...sheet}
          danger
          title={`作废批次 ${batch.number}`}
          consequences={[`${batch.count} 笔申请回到待拨付，可以重新编批。`, "作废不能恢复，批次编号不再使用。"]}
          action="作废批次"
          rules={contractOf(api.batches.cancel)}
          readBy="审计可以看到这段话"
          busy={cancel.isPending}
          error={cancel.error}
          onConfirm={({ text }) => cancel.mutate({ params, body: { reason: text } })}
        />
      );
  }
}
