import { useState, type FormEvent, type ReactElement } from "react";
import { useSignIn, type Account } from "../../../api/session.ts";
import { Button } from "../../../kit/Button.tsx";
import { Checkbox } from "../../../kit/Checkbox.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { Field } from "../../../kit/Field.tsx";
import { Input } from "../../../kit/Input.tsx";

/** User name and password. */
export function PasswordForm({ onEntered }: { onEntered: (account: Account) => void }): ReactElement {
  const signIn = useSignIn();
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [visible, setVisible] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [asked, setAsked] = useState(false);
  const missing = (value: string, what: string) => (asked && value === "" ? `请填写${what}。` : undefined);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setAsked(true);
    if (username.trim() === "" || password === "") return;
    setBusy(true);
    setError(null);
    try {
      onEntered(await signIn(username.trim(), password));
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form className="grid content-start gap-5" onSubmit={(event) => void submit(event)}>
      <ErrorNotice error={error} fieldNames={{ "/username": "用户名", "/password": "密码" }} />
      <Field label="手机号或用户名" error={missing(username.trim(), "手机号或用户名")}>
        <Input value={username} onChange={setUsername} autoComplete="username" autoCapitalize="none" name="username" />
      </Field>
      <div>
        <Field label="密码" error={missing(password, "密码")}>
          <Input
            type={visible ? "text" : "password"}
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
            name="password"
          />
        </Field>
        <Checkbox plain checked={visible} onChange={setVisible}>
          显示密码
        </Checkbox>
      </div>
      <Button type="submit" block busy={busy}>
        登录
      </Button>
    </form>
  );
}
