import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { Dialog } from "../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../kit/form.tsx";
import { Input } from "../../kit/Input.tsx";
import { AccountOpened } from "./AccountOpened.tsx";

/** Opens an account for a colleague; its initial password is shown this once. */
export function OpenColleagueDialog({ onClose }: { onClose: () => void }): ReactElement {
  const open = useChange(api.colleagues.open, { refresh: [api.colleagues.list] });
  const form = useForm({
    initial: { username: "", name: "" },
    rules: contractOf(api.colleagues.open),
    error: open.error,
  });
  const { username, name } = form.values;
  if (open.data !== undefined)
    return <AccountOpened username={username} initialPassword={open.data.initialPassword} onClose={onClose} />;
  return (
    <Dialog
      open
      onClose={onClose}
      title="为同事开通账号"
      footer={
        <FormFooter
          form={form}
          close="先不开"
          action="开通"
          busy={open.isPending}
          onClose={onClose}
          onConfirm={() => open.mutate({ body: { username: username.trim(), name: name.trim() } })}
        />
      }
    >
      <FormBody form={form}>
        <p className="text-ink-2">权限与您的账号相同，办的每件事都记在使用人名下。</p>
        <FormField name="name" label="使用人的姓名">
          <Input {...form.bind("name")} />
        </FormField>
        <FormField name="username" label="用户名" hint="4 至 40 位字母、数字、点、横线，以字母开头">
          <Input {...form.bind("username")} autoComplete="off" />
        </FormField>
      </FormBody>
    </Dialog>
  );
}
