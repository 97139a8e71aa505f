import { useState, type ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { FormBody, FormField, needing, useForm } from "../../../kit/form.tsx";
import { useSignIn, type Account } from "../../../api/session.ts";
import { Button } from "../../../kit/Button.tsx";
import { Disclosure } from "../../../kit/Disclosure.tsx";
import { Checkbox } from "../../../kit/Checkbox.tsx";
import { Input } from "../../../kit/Input.tsx";

interface PasswordFormProps {
  onEntered: (account: Account) => void;
  /** Changes to sign-in by a code to the phone. */
  onPhone: () => void;
}

/** User name and password. */
export function PasswordForm({ onEntered, onPhone }: PasswordFormProps): ReactElement {
  const signIn = useSignIn();
  const [visible, setVisible] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const form = useForm({
    initial: { username: "", password: "" },
    rules: needing(contractOf(api.session.start), "username", "password"),
    error,
  });

  async function submit(): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      onEntered(await signIn(form.values.username.trim(), form.values.password));
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }

  return (
    <FormBody form={form} className="grid content-start gap-5" onSubmit={() => void submit()}>
      <FormField name="username" required label="手机号或用户名">
        <Input {...form.bind("username")} autoComplete="username" autoCapitalize="none" name="username" />
      </FormField>
      <div>
        <FormField name="password" required label="密码">
          <Input
            {...form.bind("password")}
            type={visible ? "text" : "password"}
            autoComplete="current-password"
            name="password"
          />
        </FormField>
        <Checkbox plain checked={visible} onChange={setVisible}>
          显示密码
        </Checkbox>
      </div>
      <Button type="submit" block busy={busy}>
        登录
      </Button>
      <Disclosure summary="忘记密码，或者从没设过密码">
        <div className="grid justify-items-start gap-2 pt-1">
          <p className="text-ink-2">
            学员注册时没有设密码，用手机验证码登录就行。单位和工作人员忘了密码，请联系县人社部门的平台管理员重置。
          </p>
          <Button variant="secondary" onClick={onPhone}>
            用手机验证码登录
          </Button>
        </div>
      </Disclosure>
    </FormBody>
  );
}
