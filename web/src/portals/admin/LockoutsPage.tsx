import type { ReactElement } from "react";
import { Empty } from "../../kit/Empty.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { AccountsTable } from "./AccountsTable.tsx";

/** Accounts with failed sign-ins: locked, or close to it. */
export default function LockoutsPage(): ReactElement {
  return (
    <StaffPage title="登录异常" intro="连续输错密码会锁定一段时间。确认是本人后可以提前解锁。">
      <AccountsTable failing empty={<Empty title="没有登录异常">最近没有账号输错密码或被锁定。</Empty>} />
    </StaffPage>
  );
}
