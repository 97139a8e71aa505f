import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { ReasonDialog } from "../../kit/staff/ReasonDialog.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { disabledAccount, type Account } from "./account-words.ts";

/** Disables an account: nobody can sign in with it any more. */
export function DisableAccountDialog({ account, onClose }: { account: Account; onClose: () => void }): ReactElement {
  const tell = useToast();
  const disable = useChange(api.accounts.disable, {
    refresh: [api.accounts.list, api.homes.admin],
    onSuccess: () => {
      tell(`${account.username} 已停用`);
      onClose();
    },
  });
  return (
    <ReasonDialog
      open
      danger
      onClose={onClose}
      title={`停用 ${account.name}（${account.username}）`}
      consequences={disabledAccount}
      action="停用账号"
      rules={contractOf(api.accounts.disable)}
      readBy="原因写进审计日志"
      busy={disable.isPending}
      error={disable.error}
      onConfirm={({ text }) => disable.mutate({ params: { id: account.id }, body: { reason: text } })}
    />
  );
}
