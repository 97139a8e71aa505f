import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { FormField, useForm } from "../../../kit/form.tsx";
import type { ReactElement } from "react";
import { useNavigate } from "react-router";
import { useChange } from "../../../api/hooks.ts";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { useToast } from "../../../kit/Toast.tsx";

interface WithdrawDialogProps {
  enrolmentId: string;
  name: string;
  started: boolean;
  onClose: () => void;
}

/** Leaving a class, with what follows from it. */
export function WithdrawDialog({ enrolmentId, name, started, onClose }: WithdrawDialogProps): ReactElement {
  const tell = useToast();
  const navigate = useNavigate();
  const leave = useChange(api.enrolments.withdraw, {
    refresh: [api.myClasses.list, api.homes.learner],
    onSuccess: () => {
      tell(`已退出${name}`);
      void navigate("/my/classes");
    },
  });
  const form = useForm({
    initial: { reason: "" },
    rules: contractOf(api.enrolments.withdraw),
    error: leave.error,
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      danger
      title={`退出：${name}`}
      consequences={
        started
          ? [
              "您不再是这个班的学员，不能签到，也看不了课程。",
              "已经上过的课时留在档案里，但这个班不会结业，领不到这个班的补贴。",
            ]
          : ["您的名额让给别人，再想来要重新报名。"]
      }
      action="退出这个班"
      busy={leave.isPending}
      form={form}
      disabled={form.refused.length > 0}
      onConfirm={() => leave.mutate({ params: { id: enrolmentId }, body: form.values })}
    >
      <FormField name="reason" label="为什么退出" hint="写一句就行，机构会看到。">
        <TextArea {...form.bind("reason")} rows={2} />
      </FormField>
    </ConfirmSheet>
  );
}
