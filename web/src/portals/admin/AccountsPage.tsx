import { useState, type ReactElement } from "react";
import { useSession } from "../../api/session.ts";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { AccountsTable } from "./AccountsTable.tsx";
import { OpenAccountDialog } from "./OpenAccountDialog.tsx";

/** Accounts of staff and organisations. Learners look after their own. */
export default function AccountsPage(): ReactElement {
  const [opening, setOpening] = useState(false);
  const mayOpen = useSession().data?.account?.role === "admin";
  return (
    <StaffPage
      title="账号"
      intro="一人一号，一号一种角色。学员自己注册，不在这里开。"
      actions={
        mayOpen ? (
          <Button icon="plus" onClick={() => setOpening(true)}>
            开通账号
          </Button>
        ) : undefined
      }
    >
      <AccountsTable empty={<Empty title="没有符合条件的账号">放宽筛选条件再看看。</Empty>} />
      {opening && <OpenAccountDialog onClose={() => setOpening(false)} />}
    </StaffPage>
  );
}
