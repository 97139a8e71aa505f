import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import type { Feedback } from "../../features/feedback/aspects.ts";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { FormField, useForm } from "../../kit/form.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { useToast } from "../../kit/Toast.tsx";

/** Answers a learner's word in public. */
export function ReplyDialog({ feedback, onClose }: { feedback: Feedback; onClose: () => void }): ReactElement {
  const tell = useToast();
  const reply = useChange(api.classFeedback.reply, {
    refresh: [api.classFeedback.list],
    onSuccess: () => {
      form.clear();
      tell("答复已公开");
      onClose();
    },
  });
  const form = useForm({
    initial: { text: "" },
    rules: contractOf(api.classFeedback.reply),
    error: reply.error,
    draft: `feedback-reply-${feedback.id}`,
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title="公开答复"
      consequences={["答复立即公开，写上后不能修改，一条评价只能答复一次。", "说出评价人是谁的答复会被撤下。"]}
      action="公开答复"
      busy={reply.isPending}
      form={form}
      onConfirm={() => reply.mutate({ params: { id: feedback.id }, body: form.values })}
    >
      <div className="grid gap-3">
        <p className="border-l-2 border-line-strong pl-3 text-ink-2">{feedback.text || "（只给了星）"}</p>
        <FormField name="text" label="答复" hint="大家都看得到">
          <TextArea {...form.bind("text")} rows={3} />
        </FormField>
      </div>
    </ConfirmSheet>
  );
}
