import { api, type Api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import type { ReactElement } from "react";
import { useChange } from "../../../api/hooks.ts";
import type { Output } from "../../../api/client.ts";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { Input } from "../../../kit/Input.tsx";
import { Money } from "../../../kit/Money.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";

interface PublicObjectionDialogProps {
  claim: Output<Api["publicity"]["list"]>["rows"][number];
  onClose: () => void;
}

/** A public objection to a claim under publicity. The contact is optional and sealed. */
export function PublicObjectionDialog({ claim, onClose }: PublicObjectionDialogProps): ReactElement {
  const send = useChange(api.publicity.object, {
    refresh: [api.publicity.list],
    onSuccess: () => form.clear(),
  });
  const form = useForm({
    draft: `objection.${claim.id}`,
    initial: { text: "", contact: "" },
    rules: contractOf(api.publicity.object),
    error: send.error,
  });
  if (send.isSuccess) {
    return (
      <Dialog open onClose={onClose} title="异议已收到" footer={<Button onClick={onClose}>好的</Button>}>
        <Notice title="这笔补贴先停下来">
          主管部门会在五个工作日内核查答复，答复之前不会发放。如果您留了联系方式，结果会告诉您；也可以凭回执编号在公示页查答复。
          <span className="mt-2 block">
            回执编号 <span className="num font-semibold break-all select-all">{send.data.id}</span>
          </span>
          <span className="block text-sm">请抄下或截图保存，这里只显示一次。</span>
        </Notice>
      </Dialog>
    );
  }
  const { text, contact } = form.values;
  return (
    <Dialog
      open
      onClose={onClose}
      title="对这笔补贴提出异议"
      footer={
        <FormFooter
          form={form}
          close="先不提"
          action="提交异议，暂停发放"
          busy={send.isPending}
          onConfirm={() =>
            send.mutate({
              params: { id: claim.id },
              body: { text, ...(contact.trim() === "" ? {} : { contact }) },
            })
          }
          onClose={onClose}
        />
      }
    >
      <FormBody form={form} className="grid gap-5">
        <p className="rounded-md bg-paper px-4 py-3">
          {claim.name ?? claim.institution} · {claim.benefitName} · <Money fen={claim.amountFen} />
          <span className="num block text-sm text-ink-3">
            申请编号 {claim.number}，公示到 {claim.to}
          </span>
        </p>
        <FormField name="text" label="哪里不对" hint="写清楚您知道的情况，比如“这个人没有来上过课”。">
          <TextArea {...form.bind("text")} rows={5} />
        </FormField>
        <FormField name="contact" label="怎么联系您" hint="电话或邮箱。加密保存，只有核查人员看得到；不留也受理。">
          <Input {...form.bind("contact")} />
        </FormField>
      </FormBody>
    </Dialog>
  );
}
