import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { useChange } from "../../../api/hooks.ts";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { FormField, useForm } from "../../../kit/form.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { useToast } from "../../../kit/Toast.tsx";

interface LeaveDialogProps {
  enrolmentId: string;
  session: { id: string; topic: string };
  onClose: () => void;
}

/** Asks the school for leave from one session. */
export function LeaveDialog({ enrolmentId, session, onClose }: LeaveDialogProps): ReactElement {
  const tell = useToast();
  const ask = useChange(api.leaveRequests.ask, {
    refresh: [api.classTalk.ofSeat],
    onSuccess: () => {
      tell("已请假，等机构答复");
      onClose();
    },
  });
  const form = useForm({ initial: { reason: "" }, error: ask.error });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`请假：${session.topic}`}
      consequences={["机构同意了，这节课记为请假；没有同意的会写明理由。", "请假的课不计课时，缺得多了不能结业。"]}
      action="请假"
      busy={ask.isPending}
      form={form}
      disabled={form.values.reason.trim().length < 2}
      onConfirm={() =>
        ask.mutate({ params: { id: enrolmentId }, body: { sessionId: session.id, reason: form.values.reason } })
      }
    >
      <FormField name="reason" required label="为什么请假">
        <TextArea {...form.bind("reason")} rows={2} />
      </FormField>
    </ConfirmSheet>
  );
}
