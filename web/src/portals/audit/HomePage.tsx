import { queuePage } from "@jinengtong/words";
import { county } from "@jinengtong/county";
import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useNavigate } from "react-router";
import { useApi } from "../../api/hooks.ts";
import { SourceBalances } from "../../features/fund/SourceBalances.tsx";
import { HomeQueues } from "../../features/homes/HomeQueues.tsx";
import { MoneyStrip } from "../../features/claims/MoneyStrip.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { SearchBox } from "../../kit/SearchBox.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { AnomalyList } from "./AnomalyList.tsx";

const FIGURE_PAGES: Record<string, string> = {
  irregular: "/audit/samples",
  "acts-today": "/audit/log",
  unsealed: "/audit/log",
};

/** Auditor's home: search by any number, payments, anomalies, and balances. */
export default function HomePage(): ReactElement {
  const { numbers } = county();
  const home = useApi(api.homes.auditor, {});
  const navigate = useNavigate();
  return (
    <StaffPage title="工作台" intro="审计只看不改：每一步都能查到，查的每一步也留下记录。">
      <section aria-label="追溯" className="rounded-md border border-line bg-sheet p-4 lg:p-5">
        <h2 className="text-lg font-semibold">从任何一个编号查起</h2>
        <p className="mb-3 text-ink-2">付款、批次、补贴申请、培训班或证书的编号，输入开头几位就可以。</p>
        <div className="max-w-xl">
          <SearchBox
            value=""
            label="编号"
            placeholder={`例如 ${numbers.batch}2026-00157 或 ${numbers.claim}2026-001631`}
            button="追溯"
            onSearch={(q) => void navigate(`/audit/trace?q=${encodeURIComponent(q.trim())}`)}
          />
        </div>
      </section>
      <QueryView query={home} lines={10}>
        {(data) => (
          <>
            <MoneyStrip figures={data.figures} hrefOf={(code) => FIGURE_PAGES[code] ?? "/audit/payments?state=paid"} />
            <div className="grid gap-6 lg:grid-cols-[minmax(18rem,1fr)_2fr]">
              <section aria-labelledby="waiting" className="grid content-start gap-2">
                <h2 id="waiting" className="text-lg font-semibold">
                  要看的事
                </h2>
                <HomeQueues queues={data.queues} hrefOf={(code) => queuePage("auditor", code) ?? "/audit"} />
              </section>
              <section aria-labelledby="sources" className="grid content-start gap-2">
                <h2 id="sources" className="text-lg font-semibold">
                  各来源额度
                </h2>
                <SourceBalances sources={data.sources} />
              </section>
            </div>
            {data.anomalies.length > 0 && (
              <section aria-labelledby="odd" className="grid content-start gap-2">
                <h2 id="odd" className="text-lg font-semibold">
                  最要紧的疑点
                </h2>
                <AnomalyList rows={data.anomalies} />
              </section>
            )}
          </>
        )}
      </QueryView>
    </StaffPage>
  );
}
