import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
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
      title={`${approve ? "批准变更" : "不批准变更"} ${change.className}`}
      consequences={
        approve
          ? [
              {
                timetable: "取消的课保留记录并注明原因，新课立即排入课表，学员会收到通知。",
                joiner: `${change.learnerName ?? "学员"}入班，占用一个名额。`,
                attendance:
                  "出勤按签到表改记，原来的记录保留；学分、结业和补贴随之重新核对，出勤有变的学员会收到通知。",
              }[change.kind],
            ]
          : [
              change.kind === "attendance"
                ? "出勤照旧，机构会收到通知和您写的理由。"
                : "班级照原计划进行，机构会收到通知和您写的理由。",
            ]
      }
      action={approve ? "批准，立即生效" : "不批准"}
      label={approve ? "审核意见" : "理由"}
      rules={contractOf(api.classChanges.decide)}
      readBy="培训机构会看到这段话"
      optional={approve}
      busy={decide.isPending}
      error={decide.error}
      onClose={onClose}
      onConfirm={(reason) => decide.mutate({ params: { id: change.id }, body: { verdict, reason } })}
    />
  );
}
