import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { Link } from "react-router";
import { useApi } from "../../api/hooks.ts";
import { QueryView } from "../../kit/QueryView.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { BankAccountCard } from "./BankAccountCard.tsx";
import { ColleaguesCard } from "./ColleaguesCard.tsx";
import { ContactCard } from "./ContactCard.tsx";
import { DevicesCard } from "./DevicesCard.tsx";
import { TokensCard } from "./TokensCard.tsx";

/** 单位设置: contact, payee account, colleagues, tokens, active sessions. */
export function Settings(): ReactElement {
  const organisation = useApi(api.organisations.mine, {});
  return (
    <StaffPage
      title="单位设置"
      intro={
        <>
          联系方式、收款账户、同事的账号、接口令牌和登录设备。
          <Link to="/password" className="text-accent underline underline-offset-3">
            修改密码
          </Link>
        </>
      }
    >
      <QueryView query={organisation} lines={8}>
        {(data) => (
          <div className="grid items-start gap-4 xl:grid-cols-2">
            <ContactCard organisation={data} />
            <BankAccountCard organisationId={data.id} name={data.name} />
            <ColleaguesCard />
            <TokensCard />
            <DevicesCard />
          </div>
        )}
      </QueryView>
    </StaffPage>
  );
}
