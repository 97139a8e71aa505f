import { api } from "../../api/api.ts";
import { useState, type FormEvent, type ReactElement } from "react";
import { useNavigate } from "react-router";
import { useChange } from "../../api/hooks.ts";
import { ProblemError } from "../../api/problem.ts";
import type { Account } from "../../api/session.ts";
import { RequireRole } from "../../frame/RequireRole.tsx";
import { roles, type Role } from "../../frame/roles.ts";
import { Button } from "../../kit/Button.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Field } from "../../kit/Field.tsx";
import { Input } from "../../kit/Input.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { Page } from "../../kit/Page.tsx";
import { useToast } from "../../kit/Toast.tsx";

/** A new password: by choice from the account menu, or at once where one was handed out. */
export default function PasswordPage(): ReactElement {
  return (
    <RequireRole roles={Object.keys(roles) as Role[]}>{(account) => <PasswordForm account={account} />}</RequireRole>
  );
}

function PasswordForm({ account }: { account: Account }): ReactElement {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const navigate = useNavigate();
  const tell = useToast();
  const change = useChange(api.password.change, {
    refresh: [api.session.show],
    onSuccess: () => {
      tell("密码已修改，其他设备上的登录已退出");
      void navigate(roles[account.role].home, { replace: true });
    },
  });
  const problem = change.error instanceof ProblemError ? change.error : undefined;
  const differs = again !== "" && again !== next;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!differs) change.mutate({ body: { current, next } });
  }

  return (
    <Page title="修改密码" intro="修改后，其他设备上的登录会全部退出。">
      {account.mustChangePassword && <Notice tone="turn">这是别人给您设的初始密码，请先换成自己的再使用。</Notice>}
      <form className="grid max-w-[26rem] gap-5" onSubmit={submit}>
        {problem?.problem.errors.length !== 1 && <ErrorNotice error={change.error} />}
        <Field label="现在的密码" error={problem?.fieldError("/current")}>
          <Input type="password" autoComplete="current-password" value={current} onChange={setCurrent} />
        </Field>
        <Field label="新密码" error={problem?.fieldError("/next")}>
          <Input type="password" autoComplete="new-password" value={next} onChange={setNext} />
        </Field>
        <Field label="再输一遍新密码" error={differs ? "两次输入的不一样，请核对。" : undefined}>
          <Input type="password" autoComplete="new-password" value={again} onChange={setAgain} />
        </Field>
        <Button type="submit" busy={change.isPending} disabled={current === "" || next === "" || again !== next}>
          修改密码
        </Button>
      </form>
    </Page>
  );
}
