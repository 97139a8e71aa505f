import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { FormBody, FormField, needing, useForm } from "../../kit/form.tsx";
import type { ReactElement } from "react";
import { useNavigate } from "react-router";
import { useChange } from "../../api/hooks.ts";
import type { Account } from "../../api/session.ts";
import { RequireRole } from "../../frame/RequireRole.tsx";
import { roles, type Role } from "../../frame/roles.ts";
import { Button } from "../../kit/Button.tsx";
import { Input } from "../../kit/Input.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { Page } from "../../kit/Page.tsx";
import { useToast } from "../../kit/Toast.tsx";

/** Sets a new password: from the account menu, or after an initial password. */
export default function PasswordPage(): ReactElement {
  return (
    <RequireRole roles={Object.keys(roles) as Role[]}>{(account) => <PasswordForm account={account} />}</RequireRole>
  );
}

function PasswordForm({ account }: { account: Account }): ReactElement {
  const navigate = useNavigate();
  const tell = useToast();
  const change = useChange(api.password.change, {
    refresh: [api.session.show],
    onSuccess: () => {
      tell("密码已修改，其他设备上的登录已退出");
      void navigate(roles[account.role].home, { replace: true });
    },
  });
  const form = useForm({
    initial: { current: "", next: "", again: "" },
    rules: needing(contractOf(api.password.change), "current", "next"),
    checks: {
      again: (text, { next }) => (text === next ? undefined : "两次输入的不一样，请核对。"),
    },
    error: change.error,
  });
  const { current, next } = form.values;

  return (
    <Page title="修改密码" intro="修改后，其他设备上的登录会全部退出。">
      {account.mustChangePassword && <Notice tone="turn">这是别人给您设的初始密码，请先换成自己的再使用。</Notice>}
      <FormBody
        form={form}
        className="grid max-w-[26rem] gap-5"
        onSubmit={() => change.mutate({ body: { current, next } })}
      >
        <FormField name="current" required label="现在的密码">
          <Input type="password" autoComplete="current-password" {...form.bind("current")} />
        </FormField>
        <FormField name="next" required label="新密码">
          <Input type="password" autoComplete="new-password" {...form.bind("next")} />
        </FormField>
        <FormField name="again" label="再输一遍新密码">
          <Input type="password" autoComplete="new-password" {...form.bind("again")} />
        </FormField>
        <Button type="submit" busy={change.isPending} disabled={form.refused.length > 0}>
          修改密码
        </Button>
      </FormBody>
    </Page>
  );
}
