import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { FormBody, FormField, useForm } from "../../kit/form.tsx";
import { Input } from "../../kit/Input.tsx";
import { useToast } from "../../kit/Toast.tsx";

interface MailAddressFormProps {
  /** The address that a code was sent to, masked. */
  waitingMasked: string | null;
  onConfirmed: () => void;
}

const refresh = [api.mail.show] as const;

/** An address, and then the code that was sent to it. */
export function MailAddressForm({ waitingMasked, onConfirmed }: MailAddressFormProps): ReactElement {
  const tell = useToast();
  const ask = useChange(api.mail.ask, { refresh, onSuccess: () => tell("验证码已发出") });
  const confirm = useChange(api.mail.confirm, {
    refresh,
    onSuccess: () => {
      tell("邮箱已确认");
      onConfirmed();
    },
  });
  const address = useForm({ initial: { address: "" }, rules: contractOf(api.mail.ask), error: ask.error });
  const code = useForm({ initial: { code: "" }, rules: contractOf(api.mail.confirm), error: confirm.error });
  return (
    <div className="grid gap-4">
      <FormBody form={address}>
        <FormField name="address" label="邮箱" hint="先发一封带验证码的邮件，填对了才开始用。">
          <Input {...address.bind("address")} type="email" autoComplete="email" placeholder="name@example.cn" />
        </FormField>
      </FormBody>
      <div>
        <Button
          variant={waitingMasked === null ? "primary" : "secondary"}
          busy={ask.isPending}
          onClick={() => ask.mutate({ body: { address: address.values.address.trim() } })}
        >
          {waitingMasked === null ? "发送验证码" : "重新发送"}
        </Button>
      </div>
      {waitingMasked !== null && (
        <>
          <FormBody form={code}>
            <FormField name="code" label={`发到 ${waitingMasked} 的验证码`}>
              <Input {...code.bind("code")} className="num" inputMode="numeric" autoComplete="one-time-code" />
            </FormField>
          </FormBody>
          <div>
            <Button
              busy={confirm.isPending}
              onClick={() => confirm.mutate({ body: { code: code.values.code.trim() } })}
            >
              确认这个邮箱
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
