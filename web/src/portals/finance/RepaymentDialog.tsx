import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { DateInput } from "../../kit/DateInput.tsx";
import { FormField, useForm } from "../../kit/form.tsx";
import { formatYuan } from "../../kit/format.ts";
import { Input } from "../../kit/Input.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { CLAWBACK_READS, type Clawback } from "../../features/fund/clawback-ends.ts";

/** Confirms that demanded money came back. */
export function RepaymentDialog({ clawback, onClose }: { clawback: Clawback; onClose: () => void }): ReactElement {
  const tell = useToast();
  const confirm = useChange(api.clawbacks.confirmRepayment, {
    refresh: CLAWBACK_READS,
    onSuccess: () => {
      tell("已确认到账，额度已恢复");
      onClose();
    },
  });
  const form = useForm({
    initial: { on: "", voucher: "" },
    rules: contractOf(api.clawbacks.confirmRepayment),
    error: confirm.error,
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`确认追回到账 ${clawback.claimNumber}`}
      consequences={[
        `${formatYuan(clawback.amountFen)} 元记入专户，并恢复该来源的可用额度。`,
        "发出通知的人不能确认到账。",
      ]}
      action={`确认到账 ${formatYuan(clawback.amountFen)} 元`}
      busy={confirm.isPending}
      form={form}
      onConfirm={() => confirm.mutate({ params: { id: clawback.id }, body: { ...form.values } })}
    >
      <div className="grid gap-3">
        <FormField name="on" label="到账日期" group>
          <DateInput {...form.bind("on")} />
        </FormField>
        <FormField name="voucher" label="收款凭证号">
          <Input {...form.bind("voucher")} />
        </FormField>
      </div>
    </ConfirmSheet>
  );
}
