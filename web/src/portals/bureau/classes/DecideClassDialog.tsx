import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import { filingReturned } from "../verdict-words.ts";
import type { TrainingClass } from "../../../features/classes/training-class.ts";

interface DecideClassDialogProps {
  training: TrainingClass;
  verdict: "approve" | "return";
  onClose: () => void;
  onDone: () => void;
}

/** The bureau's decision on a filing. */
export function DecideClassDialog({ training, verdict, onClose, onDone }: DecideClassDialogProps): ReactElement {
  const tell = useToast();
  const decide = useChange(api.classes.decide, {
    refresh: [api.classes.queue, api.classes.show, api.classes.list, api.homes.bureau],
    onSuccess: () => {
      tell(verdict === "approve" ? `已批准 ${training.name}` : `已退回 ${training.name}`);
      onClose();
      onDone();
    },
  });
  const shared = {
    rules: contractOf(api.classes.decide),
    busy: decide.isPending,
    error: decide.error,
    onClose,
    onConfirm: (reason: string) => decide.mutate({ params: { id: training.id }, body: { verdict, reason } }),
  };
  if (verdict === "approve") {
    return (
      <ActDialog
        {...shared}
        title={`批准开班 ${training.name}`}
        consequences={[
          `${training.organisationName}可以在 ${training.startsOn} 开班，最多 ${training.capacity} 人。`,
          "课表、地点和学员此后的变更须再审。",
        ]}
        action="批准开班"
        label="审核意见"
        readBy="培训机构会看到这段话"
        optional
      />
    );
  }
  return (
    <ActDialog
      {...shared}
      title={`退回补正 ${training.name}`}
      {...filingReturned}
      phrases={[
        { value: "课表与培训计划的学时不一致，请核对。", label: "课表与计划学时不一致" },
        { value: "实操课时比例不足，请调整课表。", label: "实操课时不足" },
        { value: "任课教师没有该工种的授课资格，请更换。", label: "教师资格不符" },
        { value: "教室容量小于计划人数，请更换教室或减少人数。", label: "教室容量不足" },
      ]}
    />
  );
}
