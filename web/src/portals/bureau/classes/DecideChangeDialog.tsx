import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import { changeVerdicts } from "../verdict-words.ts";
import type { ClassChange } from "../../../features/classes/class-change.ts";

interface DecideChangeDialogProps {
  change: ClassChange;
  verdict: "approve" | "refuse";
  onClose: () => void;
  onDone: () => void;
}

/** Lets a change take effect, or refuses it with a reason. */
export function DecideChangeDialog({ change, verdict, onClose, onDone }: DecideChangeDialogProps): ReactElement {
  const tell = useToast();
  const approve = verdict === "approve";
  const decide = useChange(api.classChanges.decide, {
    refresh: [
      api.classChanges.list,
      api.timetable.list,
      api.attendance.ofClass,
      api.attendance.ofSession,
      api.homes.bureau,
    ],
    onSuccess: () => {
      tell(approve ? "变更已生效" : "已不予批准");
      onClose();
      onDone();
    },
  });
  return (
    <ActDialog
      danger={!approve}
      title={`${approve ? "批准变更" : "不批准变更"} ${change.className}${change.learnerName === null ? "" : `：${change.learnerName}`}`}
      {...changeVerdicts([change.kind])[verdict]}
      rules={contractOf(api.classChanges.decide)}
      optional={approve}
      busy={decide.isPending}
      error={decide.error}
      onClose={onClose}
      onConfirm={(reason) => decide.mutate({ params: { id: change.id }, body: { verdict, reason } })}
    />
  );
}
