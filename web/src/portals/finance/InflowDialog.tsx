import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { DateInput } from "../../kit/DateInput.tsx";
import { FormField, useForm } from "../../kit/form.tsx";
import { Input } from "../../kit/Input.tsx";
import { MoneyInput } from "../../kit/MoneyInput.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { useToast } from "../../kit/Toast.tsx";
import type { Inflow } from "./inflow.ts";

interface InflowDialogProps {
  source: { id: string; name: string };
  /** Null for a new one. */
  inflow: Inflow | null;
  onClose: () => void;
}

/** Money that a source will receive: its day, its amount, and the paper that promises it. */
export function InflowDialog({ source, inflow, onClose }: InflowDialogProps): ReactElement {
  const tell = useToast();
  const settings = {
    refresh: [api.inflows.list],
    onSuccess: () => {
      tell("计划拨入已登记，等钱的申请按它推算到账日");
      onClose();
    },
  };
  const plan = useChange(api.inflows.plan, settings);
  const change = useChange(api.inflows.change, settings);
  const form = useForm({
    initial: {
      amountFen: inflow?.amountFen ?? (null as number | null),
      expectedOn: inflow?.expectedOn ?? "",
      document: inflow?.document ?? "",
      reason: "",
    },
    rules: contractOf(inflow === null ? api.inflows.plan : api.inflows.change),
    error: inflow === null ? plan.error : change.error,
  });
  const { reason, amountFen, ...rest } = form.values;
  const body = { ...rest, amountFen: amountFen ?? 0 };
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`${inflow === null ? "登记计划拨入" : "更改计划拨入"}：${source.name}`}
      consequences={[
        "这里只登记预计，不入账；钱到了用“登记资金”入账，再把这一项结束。",
        "排队等这笔钱的人和单位会收到预计到账日；日期改了，也会告诉他们。",
      ]}
      action={inflow === null ? "登记" : "更改"}
      busy={plan.isPending || change.isPending}
      form={form}
      onConfirm={() =>
        inflow === null
          ? plan.mutate({ params: { id: source.id }, body })
          : change.mutate({ params: { id: inflow.id }, body: { ...body, reason } })
      }
    >
      <div className="grid gap-3">
        <FormField name="amountFen" label="金额" error={amountFen === 0 ? "请填大于零的金额" : undefined}>
          <MoneyInput {...form.bind("amountFen")} />
        </FormField>
        <FormField name="expectedOn" label="预计到位日期" group>
          <DateInput {...form.bind("expectedOn")} />
        </FormField>
        <FormField name="document" label="依据的文件" hint="文号或名称，会写进给等钱的人的通知里。">
          <Input {...form.bind("document")} />
        </FormField>
        {inflow !== null && (
          <FormField name="reason" label="为什么更改">
            <TextArea {...form.bind("reason")} rows={2} />
          </FormField>
        )}
      </div>
    </ConfirmSheet>
  );
}
