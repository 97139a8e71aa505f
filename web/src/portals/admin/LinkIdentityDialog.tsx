import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApi, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Field } from "../../kit/Field.tsx";
import { Input } from "../../kit/Input.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { Select } from "../../kit/Select.tsx";
import { useToast } from "../../kit/Toast.tsx";
import type { Account } from "./account-words.ts";

/** Who in an identity service this member of staff is. */
export function LinkIdentityDialog({ account, onClose }: { account: Account; onClose: () => void }): ReactElement {
  const providers = useApi(api.identityProviders.list, {});
  const [provider, setProvider] = useState("");
  const [subject, setSubject] = useState("");
  const tell = useToast();
  const link = useChange(api.accounts.linkIdentity, {
    onSuccess: () => {
      tell(`${account.username} 已绑定统一身份`);
      onClose();
    },
  });
  const rows = providers.data?.rows ?? [];
  return (
    <Dialog
      open
      onClose={onClose}
      title={`给 ${account.name}（${account.username}）绑定统一身份`}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            先不绑
          </Button>
          <Button
            busy={link.isPending}
            disabled={provider === "" || subject.trim() === ""}
            onClick={() => link.mutate({ params: { id: account.id }, body: { provider, subject: subject.trim() } })}
          >
            绑定
          </Button>
        </>
      }
    >
      <QueryView
        query={providers}
        isEmpty={(data) => data.rows.length === 0}
        empty={<Notice tone="info">平台还没有接入统一身份认证服务。接入后才能绑定，现在请用用户名和密码登录。</Notice>}
      >
        {() => (
          <div className="grid gap-4">
            <Field label="认证服务">
              <Select
                value={provider}
                onChange={setProvider}
                placeholder="请选择"
                choices={rows.map((row) => ({ value: row.provider, label: row.provider }))}
              />
            </Field>
            <Field label="对方的用户标识" hint="认证服务给出的 sub，不是用户名">
              <Input value={subject} onChange={setSubject} maxLength={255} />
            </Field>
            <ErrorNotice error={link.error} />
          </div>
        )}
      </QueryView>
    </Dialog>
  );
}
