import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { FormField, useForm } from "../../../kit/form.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ASPECTS } from "../../../features/feedback/aspects.ts";
import { StarChoice } from "../../../features/feedback/StarChoice.tsx";

interface FeedbackDialogProps {
  enrolmentId: string;
  className: string;
  onClose: () => void;
}

/** A learner says how a class was; the draft stays on the device until it is sent. */
export function FeedbackDialog({ enrolmentId, className, onClose }: FeedbackDialogProps): ReactElement {
  const tell = useToast();
  const write = useChange(api.classFeedback.write, {
    refresh: [api.classFeedback.own],
    onSuccess: () => {
      form.clear();
      tell("评价已交，人社部门看过后公开");
      onClose();
    },
  });
  const form = useForm({
    initial: { teaching: 0, practice: 0, service: 0, useful: 0, text: "" },
    rules: contractOf(api.classFeedback.write),
    error: write.error,
    draft: `class-feedback-${enrolmentId}`,
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`评价“${className}”`}
      consequences={["公开时不写您的名字；机构看得到内容，看不到是谁写的。", "公开以后您随时可以撤回。"]}
      action="交评价"
      busy={write.isPending}
      form={form}
      disabled={ASPECTS.some(({ key }) => form.values[key] === 0)}
      onConfirm={() => write.mutate({ params: { id: enrolmentId }, body: form.values })}
    >
      <div className="grid gap-3">
        {ASPECTS.map(({ key, title }) => (
          <FormField key={key} name={key} label={title} group>
            <StarChoice value={form.values[key]} onChange={(stars) => form.set({ [key]: stars })} />
          </FormField>
        ))}
        <FormField name="text" label="给后来的人说几句" hint="可以不写。请不要写别人的姓名、电话。">
          <TextArea {...form.bind("text")} rows={4} />
        </FormField>
      </div>
    </ConfirmSheet>
  );
}
