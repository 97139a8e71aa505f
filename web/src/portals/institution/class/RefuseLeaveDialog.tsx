import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { useChange } from "../../../api/hooks.ts";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { FormField, useForm } from "../../../kit/form.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { useToast } from "../../../kit/Toast.tsx";

/** Refuses leave from a session, with the reason that the learner reads. */
export function RefuseLeaveDialog({
  id,
  name,
  onClose,
}: {
  id: string;
  name: string;
  onClose: () => void;
}): ReactElement {
  const tell = useToast();
  const decide = useChange(api.leaveRequests.decide, {
    refresh: [api.classTalk.ofClass],
    onSuccess: () => {
      tell("已答复");
      onClose();
    },
  });
  const form = useForm({ initial: { answer: "" }, error: decide.error });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`不准${name}的假`}
      consequences={["学员收到您写的理由。那节课没有到的，记为缺勤。"]}
      action="不准假"
      busy={decide.isPending}
      form={form}
      disabled={form.values.answer.trim().length < 2}
      onConfirm={() => decide.mutate({ params: { id }, body: { verdict: "refuse", answer: form.values.answer } })}
    >
      <FormField name="answer" required label="理由">
        <TextArea {...form.bind("answer")} rows={2} />
      </FormField>
    </ConfirmSheet>
  );
}
