import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useApi } from "../../api/hooks.ts";
import { ClaimsTable } from "../../features/claims/ClaimsTable.tsx";
import { MoneyStrip } from "../../features/claims/MoneyStrip.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";

const hrefs: Record<string, string> = {
  "money-in-review": "/institution/claims?part=review",
  "money-due": "/institution/claims?part=due",
  "money-paid": "/institution/claims?part=paid",
};

/** 补贴与到账: amounts claimed, due and paid; every amount links to its claims, every claim to its evidence. */
export default function ClaimsPage(): ReactElement {
  const home = useApi(api.homes.institution, {});
  const figures = home.data?.figures.filter((figure) => figure.code in hrefs) ?? [];
  return (
    <StaffPage title="补贴与到账" intro="每笔补贴从清单到到账，走到哪一步、下一步谁办，都看得到。">
      {figures.length > 0 && <MoneyStrip figures={figures} hrefOf={(code) => hrefs[code] ?? "/institution/claims"} />}
      <ClaimsTable
        href={(id) => `/institution/claims/${id}`}
        empty="在培训班的“补贴”里生成清单并提交后，每名学员一笔，列在这里；订单班和项目制培训为整个班申请一笔。"
      />
    </StaffPage>
  );
}
