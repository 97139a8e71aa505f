import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { call } from "../../api/client.ts";
import { contractOf } from "../../api/contract.ts";
import { useSession } from "../../api/session.ts";
import { BulkAct } from "../../lists/BulkAct.tsx";
import { BulkReason } from "../../lists/BulkReason.tsx";
import { disabledAccount, type Account } from "./account-words.ts";

interface AccountsManyProps {
  /** Chosen accounts. */
  rows: readonly Account[];
  onDone: (left: ReadonlySet<string>) => void;
}

/** Disables, enables or unlocks several accounts, by the officer's right; never the own one. */
export function AccountsMany({ rows, onDone }: AccountsManyProps): ReactElement {
  const me = useSession().data?.account;
  const isAdmin = me?.role === "admin";
  const locked = rows.filter((row) => row.failedAttempts > 0);
  const shared = {
    keyOf: (row: Account) => row.id,
    nameOf: (row: Account) => `${row.name}（${row.username}）`,
    refresh: [api.accounts.list, api.homes.admin] as const,
    unit: "个",
    onDone,
  };
  return (
    <>
      {isAdmin && (
        <>
          <BulkReason
            {...shared}
            danger
            rows={rows.filter((row) => row.state === "active" && row.id !== me.id)}
            act={({ id }, reason) => call(api.accounts.disable, { params: { id }, body: { reason } })}
            rules={contractOf(api.accounts.disable)}
            label="说明"
            readBy="原因写进审计日志"
            verb="停用账号"
            title="停用所选的账号"
            consequences={disabledAccount}
            said={(done) => `已停用 ${done} 个账号`}
          />
          <BulkAct
            {...shared}
            rows={rows.filter((row) => row.state === "disabled")}
            act={({ id }) => call(api.accounts.enable, { params: { id } })}
            verb="恢复账号"
            title="恢复所选的停用账号"
            consequences={["可以用原来的密码再次登录。"]}
            said={(done) => `已恢复 ${done} 个账号`}
          />
        </>
      )}
      {locked.length > 0 && (
        <BulkAct
          {...shared}
          rows={locked}
          act={({ id }) => call(api.accounts.unlock, { params: { id } })}
          verb="解锁"
          title="解锁所选的账号"
          consequences={["输错的次数清零，可以立即再次登录；请先确认是本人。"]}
          said={(done) => `已解锁 ${done} 个账号`}
        />
      )}
    </>
  );
}
