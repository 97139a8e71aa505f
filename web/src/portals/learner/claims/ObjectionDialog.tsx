import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { useChange } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { Field } from "../../../kit/Field.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { useDraft } from "../../../kit/use-draft.ts";
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

/** "I did not attend", or an appeal against a refusal. The words are kept until they are sent. */
export function ObjectionDialog({ claim, kind, onClose }: ObjectionDialogProps): ReactElement {
  const text = words[kind];
  const draft = useDraft(`claim.${kind}.${claim.id}`, { text: "" });
  const tell = useToast();
  const settings = {
    refresh,
    onSuccess: () => {
      draft.clear();
      tell(text.told);
      onClose();
    },
  };
  const object = useChange(api.claims.object, settings);
  const appeal = useChange(api.claims.appeal, settings);
  const send = kind === "own" ? object : appeal;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${text.title}：${claim.benefitName}`}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            先不提
          </Button>
          <Button
            busy={send.isPending}
            disabled={draft.value.text.trim().length < 5}
            onClick={() => send.mutate({ params: { id: claim.id }, body: { text: draft.value.text.trim() } })}
          >
            {text.action}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {send.error !== null && <ErrorNotice error={send.error} fieldNames={{ "/text": text.label }} />}
        <Field label={text.label} hint={text.hint}>
          <TextArea
            value={draft.value.text}
            onChange={(value) => draft.set({ text: value })}
            maxLength={2000}
            rows={6}
          />
        </Field>
      </div>
    </Dialog>
  );
}
