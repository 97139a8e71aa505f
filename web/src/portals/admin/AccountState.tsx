import type { ReactElement } from "react";
import { timeOf } from "../../kit/format.ts";
import { StatusMark } from "../../kit/StatusMark.tsx";
import type { Account } from "./account-words.ts";

/** Whether an account is active, and if not, why. */
export function AccountState({ account }: { account: Account }): ReactElement {
  if (account.state === "disabled") return <StatusMark kind="ended">停用</StatusMark>;
  if (account.lockedUntil !== null)
    return <StatusMark kind="late">{`锁定至 ${timeOf(account.lockedUntil)}`}</StatusMark>;
  if (account.mustChangePassword) return <StatusMark kind="turn">待设密码</StatusMark>;
  return <StatusMark kind="done">正常</StatusMark>;
}
