import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { FormField, needing, useForm } from "../../kit/form.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { useToast } from "../../kit/Toast.tsx";

export type PilotVerdict = "approved" | "refused" | "withdrawn";

const WORDS = {
  approved: { title: "批准试点", action: "批准", follows: "学校可以在名额内登记考生。" },
  refused: { title: "不批准试点", action: "不批准", follows: "学校不能登记考生；改好可以重新申报。" },
  withdrawn: {
    title: "撤回试点",
    action: "撤回试点",
    follows: "不再登记考生；已有的成绩、证书和学分认定不变。",
  },
} as const;

/** The education office's word on a pilot. */
export function DecidePilotDialog(props: { id: string; verdict: PilotVerdict; onClose: () => void }): ReactElement {
  const { id, verdict, onClose } = props;
  const tell = useToast();
  const words = WORDS[verdict];
  const decide = useChange(api.pilots.decide, {
    refresh: [api.pilots.show, api.pilots.list],
    onSuccess: () => {
      tell(`${words.action}，学校和培训评价组织已得到消息`);
      onClose();
    },
  });
  const form = useForm({
    initial: { reason: "" },
    rules: needing(contractOf(api.pilots.decide), "reason"),
    error: decide.error,
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={words.title}
      consequences={[words.follows]}
      action={words.action}
      danger={verdict !== "approved"}
      busy={decide.isPending}
      form={form}
      onConfirm={() => decide.mutate({ params: { id }, body: { verdict, reason: form.values.reason } })}
    >
      <FormField name="reason" label="依据或理由" hint="学校和培训评价组织会看到">
        <TextArea {...form.bind("reason")} />
      </FormField>
    </ConfirmSheet>
  );
}
