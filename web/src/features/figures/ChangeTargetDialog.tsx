import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { FormField, useForm } from "../../kit/form.tsx";
import type { ReactElement } from "react";
import { useChange } from "../../api/hooks.ts";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { Input } from "../../kit/Input.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { exact, inUnit, scopeOf, targetFault, typedValue, type Progress } from "./target-words.ts";

/** Changes a target's value. */
export function ChangeTargetDialog({ row, onClose }: { row: Progress; onClose: () => void }): ReactElement {
  const tell = useToast();
  const change = useChange(api.targets.change, {
    refresh: [api.targets.progress],
    onSuccess: () => {
      tell("目标已调整");
      onClose();
    },
  });
  const form = useForm({
    initial: { value: String(inUnit(row.value, row.scale)), clause: row.clause },
    rules: contractOf(api.targets.change),
    checks: { value: (text) => targetFault(row.measure, text) },
    error: change.error,
  });
  const { value, clause } = form.values;
  const typed = typedValue(row.measure, value);
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`调整目标：${row.label}`}
      consequences={[
        `${scopeOf(row)}的目标由 ${exact(row.value, row)} 改为 ${typed === null ? "…" : exact(typed, row)}。`,
        "进度立即按新目标计算；原来的数值留在审计日志。",
      ]}
      action="调整目标"
      busy={change.isPending}
      form={form}
      disabled={typed === row.value}
      onConfirm={() => {
        if (typed !== null) change.mutate({ params: { id: row.id }, body: { value: typed, clause } });
      }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField name="value" label="新的目标值">
          <Input {...form.bind("value")} inputMode="decimal" unit={row.unit} className="num" />
        </FormField>
        <FormField name="clause" label="条款">
          <Input {...form.bind("clause")} />
        </FormField>
      </div>
    </ConfirmSheet>
  );
}
