import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { DateInput } from "../../kit/DateInput.tsx";
import { FormField, useForm } from "../../kit/form.tsx";
import { formatYuan } from "../../kit/format.ts";
import { Input } from "../../kit/Input.tsx";
import { ReasonDialog } from "../../kit/staff/ReasonDialog.tsx";
import { useToast } from "../../kit/Toast.tsx";
import type { Clawback } from "../../features/fund/clawback-columns.tsx";

const REFRESH = [api.clawbacks.list, api.homes.finance, api.sources.list] as const;

/** Confirms a recovery, or ends the demand with a reason. */
export function ClawbackAct({
  act,
  clawback,
  onClose,
}: {
  act: "repayment" | "end";
  clawback: Clawback;
  onClose: () => void;
}): ReactElement {
  const tell = useToast();
  const done = (said: string) => ({
    refresh: REFRESH,
    onSuccess: () => {
      tell(said);
      onClose();
    },
  });
  const confirm = useChange(api.clawbacks.confirmRepayment, done("已确认到账，额度已恢复"));
  const end = useChange(api.clawbacks.end, done("追回通知已结束"));
  const form = useForm({
    initial: { on: "", voucher: "" },
    rules: contractOf(api.clawbacks.confirmRepayment),
    error: confirm.error,
  });
  const params = { id: clawback.id };
  if (act === "end") {
    return (
      <ReasonDialog
        open
        danger
        onClose={onClose}
        title={`结束追回 ${clawback.claimNumber}`}
        consequences={[`不再追回 ${formatYuan(clawback.amountFen)} 元，原付款保持有效。`]}
        reasons={[
          { value: "cancelled", label: "撤销：追回通知有误" },
          { value: "written-off", label: "核销：确实无法追回" },
        ]}
        action="结束追回"
        rules={contractOf(api.clawbacks.end)}
        readBy="审计可以看到这段话"
        busy={end.isPending}
        error={end.error}
        onConfirm={({ kind, text }) =>
          end.mutate({ params, body: { as: kind === "written-off" ? "written-off" : "cancelled", reason: text } })
        }
      />
    );
  }
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
      onConfirm={() => confirm.mutate({ params, body: { ...form.values } })}
    >
      <div className="grid gap-3">
        <FormField name="on" label="到账日期" group>
          <DateInput {...form.bind("on")} />
        </FormField>
        <FormField name="voucher" label="收款凭证号">
          <Input {...form.bind("voucher")} maxLength={40} />
        </FormField>
      </div>
    </ConfirmSheet>
  );
}
