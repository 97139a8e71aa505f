import { api, type Api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { useChange } from "../../../api/hooks.ts";
import type { Output } from "../../../api/client.ts";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { Field } from "../../../kit/Field.tsx";
import { Input } from "../../../kit/Input.tsx";
import { Money } from "../../../kit/Money.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { useDraft } from "../../../kit/use-draft.ts";

interface PublicObjectionDialogProps {
  claim: Output<Api["publicity"]["list"]>["rows"][number];
  onClose: () => void;
}

/** Anybody's objection to a claim under publicity. The contact is optional and sealed. */
export function PublicObjectionDialog({ claim, onClose }: PublicObjectionDialogProps): ReactElement {
  const draft = useDraft(`objection.${claim.id}`, { text: "", contact: "" });
  const send = useChange(api.publicity.object, {
    refresh: [api.publicity.list],
    onSuccess: () => draft.clear(),
  });
  if (send.isSuccess) {
    return (
      <Dialog open onClose={onClose} title="异议已收到" footer={<Button onClick={onClose}>好的</Button>}>
        <Notice title="这笔补贴先停下来">
          主管部门会在五个工作日内核查答复，答复之前不会发放。如果您留了联系方式，结果会告诉您。
        </Notice>
      </Dialog>
    );
  }
  const { text, contact } = draft.value;
  return (
    <Dialog
      open
      onClose={onClose}
      title="对这笔补贴提出异议"
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            先不提
          </Button>
          <Button
            busy={send.isPending}
            disabled={text.trim().length < 5}
            onClick={() =>
              send.mutate({
                params: { id: claim.id },
                body: { text: text.trim(), ...(contact.trim() === "" ? {} : { contact: contact.trim() }) },
              })
            }
          >
            提交异议，暂停发放
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <p className="rounded-md bg-paper px-4 py-3">
          {claim.name ?? claim.institution} · {claim.benefitName} · <Money fen={claim.amountFen} />
          <span className="num block text-sm text-ink-3">
            申请编号 {claim.number}，公示到 {claim.to}
          </span>
        </p>
        {send.error !== null && (
          <ErrorNotice error={send.error} fieldNames={{ "/text": "异议内容", "/contact": "联系方式" }} />
        )}
        <Field label="哪里不对" hint="写清楚您知道的情况，比如“这个人没有来上过课”。">
          <TextArea value={text} onChange={(value) => draft.set({ text: value })} maxLength={2000} rows={5} />
        </Field>
        <Field label="怎么联系您" required={false} hint="电话或邮箱。加密保存，只有核查人员看得到；不留也受理。">
          <Input value={contact} maxLength={100} onChange={(value) => draft.set({ contact: value })} />
        </Field>
      </div>
    </Dialog>
  );
}
