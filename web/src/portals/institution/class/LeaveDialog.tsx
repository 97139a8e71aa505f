import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { ReasonDialog } from "../../../kit/staff/ReasonDialog.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import type { RosterLine } from "./roster-line.ts";

const refresh = [api.roster.list, api.classes.show] as const;

interface LeaveDialogProps {
  line: RosterLine;
  kind: "reject" | "leave";
  onClose: () => void;
}

/** Rejects an applicant, or removes a drop-out. */
export function LeaveDialog({ line, kind, onClose }: LeaveDialogProps): ReactElement {
  const tell = useToast();
  const done = (text: string) => () => {
    tell(text);
    onClose();
  };
  const reject = useChange(api.enrolments.decide, {
    refresh,
    onSuccess: done(`已谢绝 ${line.name} 的报名`),
  });
  const leave = useChange(api.enrolments.withdraw, {
    refresh,
    onSuccess: done(`${line.name} 已退班`),
  });
  const params = { id: line.enrolmentId };
  return kind === "reject" ? (
    <ReasonDialog
      open
      onClose={onClose}
      title={`谢绝 ${line.name} 的报名`}
      consequences={[`${line.name} 会收到通知和理由，座位让出来。`]}
      action="谢绝报名"
      danger
      rules={contractOf(api.enrolments.decide)}
      readBy={`${line.name} 会看到这段话。`}
      busy={reject.isPending}
      error={reject.error}
      onConfirm={({ text }) => reject.mutate({ params, body: { verdict: "reject", reason: text } })}
    />
  ) : (
    <ReasonDialog
      open
      onClose={onClose}
      title={`${line.name} 退班`}
      consequences={["已有的出勤留在记录里，不再计入这个班。", "开班前座位让出来；开班后座位不再补人。"]}
      action="办理退班"
      danger
      rules={contractOf(api.enrolments.withdraw)}
      readBy={`${line.name} 和人社部门会看到这段话。`}
      busy={leave.isPending}
      error={leave.error}
      onConfirm={({ text }) => leave.mutate({ params, body: { reason: text } })}
    />
  );
}
