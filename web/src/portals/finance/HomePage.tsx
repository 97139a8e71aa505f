import { queuePage } from "@jinengtong/words";
import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useApi } from "../../api/hooks.ts";
import { HomeQueues } from "../../features/homes/HomeQueues.tsx";
import { MoneyStrip } from "../../features/claims/MoneyStrip.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { type SourceBalance, SourceBalances } from "../../features/fund/SourceBalances.tsx";
import { Tie } from "../../features/fund/Tie.tsx";

const FIGURE_PAGES: Record<string, string> = {
  payable: "/finance/payables",
  clawback: "/finance/clawbacks?state=demanded",
};

const sum = (sources: readonly SourceBalance[], field: keyof SourceBalance & `${string}Fen`): number =>
  sources.reduce((total, source) => total + source[field], 0);

/** Finance's home: waiting work and the balance of each source. */
export default function HomePage(): ReactElement {
  const home = useApi(api.homes.finance, {});
  return (
    <StaffPage title="工作台" intro="编制批次、复核放款由两位人员分别办理；审核过申请的人不能付款。">
      <QueryView query={home}>
        {(data) => (
          <>
            <MoneyStrip figures={data.figures} hrefOf={(code) => FIGURE_PAGES[code] ?? "/finance/sources"} />
            <div className="grid gap-6 lg:grid-cols-[minmax(18rem,1fr)_2fr]">
              <section aria-labelledby="waiting" className="grid content-start gap-2">
                <h2 id="waiting" className="text-lg font-semibold">
                  等您办理
                </h2>
                <HomeQueues queues={data.queues} hrefOf={(code) => queuePage("finance", code) ?? "/finance"} />
              </section>
              <section aria-labelledby="sources" className="grid content-start gap-2">
                <h2 id="sources" className="text-lg font-semibold">
                  各来源额度
                </h2>
                <Tie
                  whole={[["下达", sum(data.sources, "issuedFen")]]}
                  parts={[
                    ["可用", sum(data.sources, "availableFen")],
                    ["已核定待付", sum(data.sources, "reservedFen")],
                    ["已支付", sum(data.sources, "spentFen")],
                  ]}
                />
                <SourceBalances sources={data.sources} />
              </section>
            </div>
          </>
        )}
      </QueryView>
    </StaffPage>
  );
}
