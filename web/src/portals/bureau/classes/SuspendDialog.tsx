import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import type { TrainingClass } from "../../../features/classes/training-class.ts";

interface SuspendDialogProps {
  training: TrainingClass;
  act: "suspend" | "resume";
  onClose: () => void;
}

/** Suspends a running class, or resumes it. */
export function SuspendDialog({ training, act, onClose }: SuspendDialogProps): ReactElement {
  const tell = useToast();
  const stop = act === "suspend";
  const settings = {
    refresh: [api.classes.show, api.classes.list, api.classes.live] as const,
    onSuccess: () => {
      tell(stop ? "培训班已暂停" : "培训班已恢复");
      onClose();
    },
  };
  const suspend = useChange(api.classes.suspend, settings);
  const resume = useChange(api.classes.resume, settings);
  const change = stop ? suspend : resume;
  return (
    <ActDialog
      danger={stop}
      title={`${stop ? "暂停" : "恢复"} ${training.name}`}
      consequences={
        stop
          ? [
              `${training.organisationName}的这个班暂停，签到和点名立即停用，在册 ${training.seatsTaken} 人的学时不再增加。`,
              "查清后可以恢复；已有的考勤保留。",
            ]
          : ["签到和点名立即恢复，课表照原计划进行。"]
      }
      action={stop ? "暂停培训班" : "恢复培训班"}
      label="理由"
      rules={contractOf(api.classes.suspend)}
      readBy="培训机构会看到这段话"
      busy={change.isPending}
      error={change.error}
      onClose={onClose}
      onConfirm={(reason) => change.mutate({ params: { id: training.id }, body: { reason } })}
    />
  );
}
