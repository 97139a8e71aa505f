import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../api/contract.ts";
import { useApi, useChange } from "../../api/hooks.ts";
import { Dialog } from "../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, FormNotice, useForm } from "../../kit/form.tsx";
import { Input } from "../../kit/Input.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { Select } from "../../kit/Select.tsx";
import { useToast } from "../../kit/Toast.tsx";
import type { Account } from "./account-words.ts";

/** Links a member of staff to their account at an identity service. */
export function LinkIdentityDialog({ account, onClose }: { account: Account; onClose: () => void }): ReactElement {
  const providers = useApi(api.identityProviders.list, {});
  const tell = useToast();
  const link = useChange(api.accounts.linkIdentity, {
    onSuccess: () => {
      tell(`${account.username} 已绑定统一身份`);
      onClose();
    },
  });
  const form = useForm({
    initial: { provider: "", subject: "" },
    rules: contractOf(api.accounts.linkIdentity),
    error: link.error,
  });
  const rows = providers.data?.rows ?? [];
  return (
    <Dialog
      open
      onClose={onClose}
      title={`给 ${account.name}（${account.username}）绑定统一身份`}
      footer={
        <FormFooter
          form={form}
          close="先不绑"
          action="绑定"
          busy={link.isPending}
          disabled={rows.length === 0}
          onConfirm={() => link.mutate({ params: { id: account.id }, body: form.values })}
          onClose={onClose}
        />
      }
    >
      <QueryView
        query={providers}
        isEmpty={(data) => data.rows.length === 0}
        empty={<Notice tone="info">平台还没有接入统一身份认证服务。接入后才能绑定，现在请用用户名和密码登录。</Notice>}
      >
        {() => (
          <FormBody form={form} notice={false}>
            <FormField name="provider" label="认证服务">
              <Select
                {...form.bind("provider")}
                placeholder="请选择"
                choices={rows.map((row) => ({ value: row.provider, label: row.provider }))}
              />
            </FormField>
            <FormField name="subject" label="对方的用户标识" hint="认证服务给出的 sub，不是用户名">
              <Input {...form.bind("subject")} />
            </FormField>
            <FormNotice />
          </FormBody>
        )}
      </QueryView>
    </Dialog>
  );
}
