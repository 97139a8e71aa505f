import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useChange } from "../../api/hooks.ts";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { exact, scopeOf, type Progress } from "./target-words.ts";

/** Takes back a target set by mistake. */
export function RemoveTargetDialog({ row, onClose }: { row: Progress; onClose: () => void }): ReactElement {
  const tell = useToast();
  const remove = useChange(api.targets.remove, {
    refresh: [api.targets.progress],
    onSuccess: () => {
      tell("目标已撤销");
      onClose();
    },
  });
  return (
    <ConfirmSheet
      open
      danger
      onClose={onClose}
      title={`撤销目标：${row.label}`}
      consequences={[
        `${scopeOf(row)}不再有这项目标（${exact(row.value, row)}）。`,
        "已经统计的数字不受影响；撤销留在审计日志。",
      ]}
      action="撤销目标"
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate({ params: { id: row.id } })}
    />
  );
}
