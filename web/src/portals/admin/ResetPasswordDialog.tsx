import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import type { Account } from "./account-words.ts";
import { ShownOnce } from "../../features/account/ShownOnce.tsx";

/** A new initial password, shown this once; all sessions end. */
export function ResetPasswordDialog({ account, onClose }: { account: Account; onClose: () => void }): ReactElement {
  const reset = useChange(api.accounts.resetPassword, { refresh: [api.accounts.list] });
  if (reset.data !== undefined)
    return (
      <Dialog open onClose={onClose} title="密码已重置" footer={<Button onClick={onClose}>已交给本人</Button>}>
        <ShownOnce label={`${account.username} 的初始密码`} secret={reset.data.initialPassword}>
          这个密码只显示这一次，请当面或用安全的方式交给本人。本人下次登录时须设置自己的密码。
        </ShownOnce>
      </Dialog>
    );
  return (
    <ConfirmSheet
      open
      danger
      onClose={onClose}
      title={`重置 ${account.name}（${account.username}）的密码`}
      consequences={[
        "原来的密码立即作废，现在登录的设备全部退出。",
        "新的初始密码只显示一次，须交给本人。",
        "这次重置写进审计日志。",
      ]}
      action="重置密码"
      busy={reset.isPending}
      error={reset.error}
      onConfirm={() => reset.mutate({ params: { id: account.id } })}
    />
  );
}
