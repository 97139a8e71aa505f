import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import type { ReactElement } from "react";
import { useChange } from "../../../api/hooks.ts";
import { Dialog } from "../../../kit/Dialog.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import type { Claim } from "../../../features/claims/claim.ts";

interface ObjectionDialogProps {
  claim: Claim["claim"];
  kind: "own" | "appeal";
  onClose: () => void;
}

const words = {
  own: {
    title: "提出异议",
    label: "哪里不对",
    hint: "比如“我没有参加过这个班”“金额和我知道的不一样”。",
    action: "提交异议，等核查",
    told: "异议已提交，五个工作日内答复",
  },
  appeal: {
    title: "提出申诉",
    label: "您为什么认为应该享受",
    hint: "对照上面不满足的条件，写清楚事实和能证明的材料。",
    action: "提交申诉，请重新审核",
    told: "申诉已提交，五个工作日内答复",
  },
} as const;
const refresh = [api.claims.show, api.claims.mine, api.homes.learner] as const;

/** "I did not attend", or an appeal against a refusal. The text is saved as a draft until sent. */
export function ObjectionDialog({ claim, kind, onClose }: ObjectionDialogProps): ReactElement {
  const text = words[kind];
  const tell = useToast();
  const settings = {
    refresh,
    onSuccess: () => {
      form.clear();
      tell(text.told);
      onClose();
    },
  };
  const object = useChange(api.claims.object, settings);
  const appeal = useChange(api.claims.appeal, settings);
  const send = kind === "own" ? object : appeal;
  const form = useForm({
    draft: `claim.${kind}.${claim.id}`,
    initial: { text: "" },
    rules: contractOf(api.claims.object),
    error: send.error,
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${text.title}：${claim.benefitName}`}
      footer={
        <FormFooter
          form={form}
          close="先不提"
          action={text.action}
          busy={send.isPending}
          onConfirm={() => send.mutate({ params: { id: claim.id }, body: form.values })}
          onClose={onClose}
        />
      }
    >
      <FormBody form={form}>
        <FormField name="text" label={text.label} hint={text.hint}>
          <TextArea {...form.bind("text")} rows={6} />
        </FormField>
      </FormBody>
    </Dialog>
  );
}
