import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useChange } from "../../api/hooks.ts";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { Field } from "../../kit/Field.tsx";
import { Input } from "../../kit/Input.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { exact, inUnit, scopeOf, typedValue, type Progress } from "./target-words.ts";

/** Changes how much a target asks for. */
export function ChangeTargetDialog({ row, onClose }: { row: Progress; onClose: () => void }): ReactElement {
  const [value, setValue] = useState(String(inUnit(row.value, row.scale)));
  const [clause, setClause] = useState(row.clause);
  const tell = useToast();
  const change = useChange(api.targets.change, {
    refresh: [api.targets.progress],
    onSuccess: () => {
      tell("目标已调整");
      onClose();
    },
  });
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
      disabled={typed === null || typed === row.value || clause.trim() === ""}
      error={change.error}
      onConfirm={() => {
        if (typed !== null) change.mutate({ params: { id: row.id }, body: { value: typed, clause: clause.trim() } });
      }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="新的目标值" error={typed === null ? "请填大于零的数，比重不超过 100" : undefined}>
          <Input value={value} onChange={setValue} inputMode="decimal" unit={row.unit} className="num" />
        </Field>
        <Field label="条款">
          <Input value={clause} onChange={setClause} maxLength={40} />
        </Field>
      </div>
    </ConfirmSheet>
  );
}
