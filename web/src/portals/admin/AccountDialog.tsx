import { regionName } from "@jinengtong/county";
import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useChange } from "../../api/hooks.ts";
import { useSession } from "../../api/session.ts";
import { Button } from "../../kit/Button.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { FactList } from "../../kit/FactList.tsx";
import { formatInstant } from "../../kit/format.ts";
import { useToast } from "../../kit/Toast.tsx";
import { AccountState } from "./AccountState.tsx";
import type { Account } from "./account-words.ts";
import { DisableAccountDialog } from "./DisableAccountDialog.tsx";
import { LinkIdentityDialog } from "./LinkIdentityDialog.tsx";
import { ResetPasswordDialog } from "./ResetPasswordDialog.tsx";

type Act = "reset" | "disable" | "link";
const refresh = [api.accounts.list, api.homes.admin] as const;

/** One account and this officer's actions on it. */
export function AccountDialog({ account, onClose }: { account: Account; onClose: () => void }): ReactElement {
  const me = useSession().data?.account;
  const [act, setAct] = useState<Act | null>(null);
  const tell = useToast();
  const params = { id: account.id };
  const unlock = useChange(api.accounts.unlock, {
    refresh,
    onSuccess: () => tell(`${account.username} 已解锁`),
  });
  const enable = useChange(api.accounts.enable, {
    refresh,
    onSuccess: () => tell(`${account.username} 已恢复`),
  });
  const unlink = useChange(api.accounts.unlinkIdentities, {
    refresh,
    onSuccess: () => {
      tell(`${account.username} 已解除统一身份绑定`);
      onClose();
    },
  });
  const isAdmin = me?.role === "admin";
  if (act === "reset") return <ResetPasswordDialog account={account} onClose={onClose} />;
  if (act === "disable") return <DisableAccountDialog account={account} onClose={onClose} />;
  if (act === "link") return <LinkIdentityDialog account={account} onClose={onClose} />;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${account.name}　${account.username}`}
      footer={
        <>
          {account.failedAttempts > 0 && (
            <Button variant="secondary" busy={unlock.isPending} onClick={() => unlock.mutate({ params })}>
              解锁
            </Button>
          )}
          {isAdmin && (
            <>
              {account.identities > 0 && (
                <Button variant="secondary" busy={unlink.isPending} onClick={() => unlink.mutate({ params })}>
                  解除统一身份绑定
                </Button>
              )}
              <Button variant="secondary" onClick={() => setAct("link")}>
                绑定统一身份
              </Button>
              <Button variant="secondary" onClick={() => setAct("reset")}>
                重置密码
              </Button>
              {account.state === "disabled" ? (
                <Button busy={enable.isPending} onClick={() => enable.mutate({ params })}>
                  恢复账号
                </Button>
              ) : (
                account.id !== me.id && (
                  <Button variant="danger" onClick={() => setAct("disable")}>
                    停用账号
                  </Button>
                )
              )}
            </>
          )}
          {!isAdmin && (
            <Button variant="secondary" to={`/admin/accesses?accountId=${account.id}`}>
              他查看过谁的信息
            </Button>
          )}
        </>
      }
    >
      <FactList
        facts={[
          { label: "角色", value: account.roleLabel },
          { label: "状态", value: <AccountState account={account} /> },
          { label: "统一身份", value: account.identities === 0 ? "未绑定" : `已绑定 ${account.identities} 个` },
          { label: "单位", value: account.organisationName ?? "—" },
          { label: "辖区", value: regionName(account.region) },
          { label: "开通于", value: <span className="num">{formatInstant(account.createdAt)}</span> },
          {
            label: "最近使用",
            value: (
              <span className="num">{account.lastSeenAt === null ? "从未" : formatInstant(account.lastSeenAt)}</span>
            ),
          },
          { label: "连续输错密码", value: <span className="num">{account.failedAttempts} 次</span> },
          {
            label: "锁定至",
            value: (
              <span className="num">
                {account.lockedUntil === null ? "没有锁定" : formatInstant(account.lockedUntil)}
              </span>
            ),
          },
        ]}
      />
      <div className="mt-3">
        <ErrorNotice error={unlock.error ?? enable.error ?? unlink.error} />
      </div>
    </Dialog>
  );
}
