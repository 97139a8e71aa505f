import { useEffect, useState, type ReactElement } from "react";
import { Button } from "./Button.tsx";
import { FormField } from "./form.tsx";
import { Input } from "./Input.tsx";
import { useKit } from "./KitProvider.tsx";
import { mobileFault, readMobile } from "./phone-code.ts";

interface PhoneCodeProps {
  phone: string;
  onPhone: (phone: string) => void;
  code: string;
  onCode: (code: string) => void;
  /** Requests a code for the phone; returns how long it is valid. */
  onSend: (phone: string) => Promise<{ validMinutes: number }>;
}

/** Fields `phone` and `code` of a form, which checks them with `phoneCodeChecks`: a mobile number and the code sent to it; a new code can be asked for after a minute. */
export function PhoneCode(props: PhoneCodeProps): ReactElement {
  const { explain } = useKit();
  const [wait, setWait] = useState(0);
  const [minutes, setMinutes] = useState(0);
  const [sending, setSending] = useState(false);
  const [sendError, setSendError] = useState<string>();

  useEffect(() => {
    if (wait === 0) return undefined;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);

  async function send(): Promise<void> {
    const fault = mobileFault(props.phone);
    setSendError(fault);
    if (fault !== undefined) return;
    setSending(true);
    try {
      const { validMinutes } = await props.onSend(readMobile(props.phone));
      setMinutes(validMinutes);
      setWait(60);
    } catch (error) {
      setSendError(explain(error).detail);
    } finally {
      setSending(false);
    }
  }

  return (
    <div className="grid gap-4">
      <FormField name="phone" label="手机号" required error={sendError}>
        <Input
          type="tel"
          inputMode="numeric"
          autoComplete="tel-national"
          className="num"
          value={props.phone}
          onChange={(value) => {
            setSendError(undefined);
            props.onPhone(readMobile(value));
          }}
        />
      </FormField>
      <FormField
        name="code"
        label="短信验证码"
        required
        hint={wait > 0 ? `验证码已发出，${minutes} 分钟内有效。` : "先填手机号，再获取 6 位验证码。"}
      >
        <div className="flex flex-wrap gap-2">
          <div className="min-w-[min(8em,100%)] flex-1">
            <CodeBox value={props.code} onChange={props.onCode} />
          </div>
          <Button variant="secondary" busy={sending} disabled={wait > 0} onClick={() => void send()}>
            {wait > 0 ? <span className="num">{wait} 秒后可重发</span> : "获取验证码"}
          </Button>
        </div>
      </FormField>
    </div>
  );
}

function CodeBox({ value, onChange }: { value: string; onChange: (value: string) => void }): ReactElement {
  return (
    <Input
      inputMode="numeric"
      autoComplete="one-time-code"
      className="num tracking-[0.3em]"
      value={value}
      onChange={(next) => onChange(next.replace(/\D/gu, ""))}
    />
  );
}
