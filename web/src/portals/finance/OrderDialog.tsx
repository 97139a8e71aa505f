import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { FormField, useForm } from "../../kit/form.tsx";
import { Input } from "../../kit/Input.tsx";
import { useToast } from "../../kit/Toast.tsx";

/** Puts a source at another place in the draw order. */
export function OrderDialog({
  source,
  onClose,
}: {
  source: { id: string; name: string; drawOrder: number };
  onClose: () => void;
}): ReactElement {
  const tell = useToast();
  const reorder = useChange(api.sources.reorder, {
    refresh: [api.sources.list],
    onSuccess: () => {
      tell("列支顺序已调整");
      onClose();
    },
  });
  const form = useForm({
    initial: { drawOrder: String(source.drawOrder) },
    rules: contractOf(api.sources.reorder),
    error: reorder.error,
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`列支顺序：${source.name}`}
      consequences={["此后核定的补贴按新的顺序列支，已核定的不变。", "这个顺序上已有来源的，两个来源互换。"]}
      action="调整顺序"
      busy={reorder.isPending}
      form={form}
      onConfirm={() =>
        reorder.mutate({ params: { id: source.id }, body: { drawOrder: Number(form.values.drawOrder) } })
      }
    >
      <FormField name="drawOrder" label="列支顺序" hint="数字小的先用">
        <Input {...form.digits("drawOrder")} inputMode="numeric" />
      </FormField>
    </ConfirmSheet>
  );
}
