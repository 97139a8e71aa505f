import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { useChange } from "../../../api/hooks.ts";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ConfirmKey } from "../ConfirmKey.tsx";
import { type AttendanceRule, wordsOf } from "./attendance-rule.ts";

interface DecideAttendanceRuleDialogProps {
  rule: AttendanceRule;
  agreed: boolean;
  onClose: () => void;
}

/** The second officer's decision on a proposed rule of attendance. */
export function DecideAttendanceRuleDialog({ rule, agreed, onClose }: DecideAttendanceRuleDialogProps): ReactElement {
  const tell = useToast();
  const decide = useChange(api.attendanceRules.decide, {
    refresh: [api.attendanceRules.list],
    onSuccess: () => {
      tell(agreed ? "已确认" : "已退回");
      onClose();
    },
  });
  const confirm = () => decide.mutate({ params: { id: rule.id }, body: { agreed } });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`${agreed ? "确认" : "退回"}：${wordsOf(rule)}`}
      consequences={
        agreed
          ? [
              `${rule.effectiveFrom} 起开的班适用，依据${rule.source}。`,
              "有班待开的机构会收到通知；名册、学员的班级页和考核都按它显示。",
            ]
          : ["这项规定不生效，记录保留。"]
      }
      action={agreed ? "确认" : "退回"}
      busy={decide.isPending}
      error={decide.error}
      onConfirm={confirm}
    >
      <ConfirmKey onConfirm={confirm} ready={!decide.isPending} />
    </ConfirmSheet>
  );
}
