import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useChange } from "../../api/hooks.ts";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { DateInput } from "../../kit/DateInput.tsx";
import { Field } from "../../kit/Field.tsx";
import { Input } from "../../kit/Input.tsx";
import { useToast } from "../../kit/Toast.tsx";

/** Opens a source with books of its own. */
export function SourceDialog({ onClose }: { onClose: () => void }): ReactElement {
  const [form, setForm] = useState({ code: "", name: "", openedOn: "", drawOrder: "" });
  const tell = useToast();
  const open = useChange(api.sources.add, {
    refresh: [api.sources.list],
    onSuccess: () => {
      tell("资金来源已设立，请登记下达额度和拨入资金");
      onClose();
    },
  });
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change });
  const order = Number(form.drawOrder);
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title="设立资金来源"
      consequences={["为它建立独立的额度账和资金账，与其他来源永不混用。", "来源设立后不能删除。"]}
      action="设立"
      disabled={form.code === "" || form.name === "" || form.openedOn === "" || !Number.isInteger(order) || order < 1}
      busy={open.isPending}
      error={open.error}
      onConfirm={() =>
        open.mutate({ body: { code: form.code, name: form.name, openedOn: form.openedOn, drawOrder: order } })
      }
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="名称" className="sm:col-span-2">
          <Input value={form.name} onChange={(name) => set({ name })} maxLength={60} />
        </Field>
        <Field label="代码" hint="2–20 位大写字母、数字或连字符">
          <Input value={form.code} onChange={(code) => set({ code: code.toUpperCase() })} maxLength={20} />
        </Field>
        <Field label="列支顺序" hint="数字小的先用">
          <Input
            value={form.drawOrder}
            onChange={(drawOrder) => set({ drawOrder })}
            inputMode="numeric"
            maxLength={3}
          />
        </Field>
        <Field label="设立日期" group className="sm:col-span-2">
          <DateInput value={form.openedOn} onChange={(openedOn) => set({ openedOn })} />
        </Field>
      </div>
    </ConfirmSheet>
  );
}
