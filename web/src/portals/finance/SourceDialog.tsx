import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { DateInput } from "../../kit/DateInput.tsx";
import { FormField, useForm } from "../../kit/form.tsx";
import { Input } from "../../kit/Input.tsx";
import { useToast } from "../../kit/Toast.tsx";

/** Opens a source with books of its own. */
export function SourceDialog({ onClose }: { onClose: () => void }): ReactElement {
  const tell = useToast();
  const open = useChange(api.sources.add, {
    refresh: [api.sources.list],
    onSuccess: () => {
      tell("资金来源已设立，请登记下达额度和拨入资金");
      onClose();
    },
  });
  const form = useForm({
    initial: { code: "", name: "", openedOn: "", drawOrder: "" },
    rules: contractOf(api.sources.add),
    error: open.error,
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title="设立资金来源"
      consequences={["为它建立独立的额度账和资金账，与其他来源永不混用。", "来源设立后不能删除。"]}
      action="设立"
      busy={open.isPending}
      form={form}
      onConfirm={() => open.mutate({ body: { ...form.values, drawOrder: Number(form.values.drawOrder) } })}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <FormField name="name" label="名称" className="sm:col-span-2">
          <Input {...form.bind("name")} />
        </FormField>
        <FormField name="code" label="代码" hint="2–20 位大写字母、数字或连字符">
          <Input value={form.values.code} onChange={(code) => form.set({ code: code.toUpperCase() })} />
        </FormField>
        <FormField name="drawOrder" label="列支顺序" hint="数字小的先用">
          <Input {...form.digits("drawOrder")} inputMode="numeric" />
        </FormField>
        <FormField name="openedOn" label="设立日期" group className="sm:col-span-2">
          <DateInput {...form.bind("openedOn")} />
        </FormField>
      </div>
    </ConfirmSheet>
  );
}
