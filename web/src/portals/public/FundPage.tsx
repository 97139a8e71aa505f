import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useApi } from "../../api/hooks.ts";
import { Bars } from "../../kit/Bars.tsx";
import { Card } from "../../kit/Card.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { Money } from "../../kit/Money.tsx";
import { MoneyRiver } from "../../features/fund/MoneyRiver.tsx";
import { Page } from "../../kit/Page.tsx";
import { ProgressBar } from "../../kit/ProgressBar.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { RecordList } from "../../kit/RecordList.tsx";
import { riverOf, type FundUse } from "./fund/river-of.ts";

/** Sources and uses of the money, straight from the ledger; amounts only. */
export default function FundPage(): ReactElement {
  const query = useApi(api.fundUse.public, {}, { staleTime: 30_000 });
  return (
    <Page
      title="资金去向"
      intro="直接从专账里算出来，每半分钟更新一次。每一元从哪个账户来，发给了哪一类补贴。"
      width="wide"
    >
      <QueryView
        query={query}
        lines={10}
        isEmpty={(data) => data.sources.length === 0}
        empty={<Empty title="还没有设立资金来源">专账建立后，收支会在这里公开。</Empty>}
      >
        {(data) => <Fund data={data} />}
      </QueryView>
    </Page>
  );
}

function Fund({ data }: { data: FundUse }): ReactElement {
  const { sources, uses, flows } = riverOf(data);
  const spent = data.benefits.filter((benefit) => benefit.spentFen > 0);
  return (
    <>
      <section className="grid gap-x-12 gap-y-6 border-y border-line py-6 md:grid-cols-[auto_1fr] md:items-center">
        <div>
          <p className="text-sm text-ink-2">已经发到大家手里</p>
          <Money fen={data.spentFen} size="display" />
        </div>
        <div className="grid gap-3">
          <ProgressBar value={data.spentFen} max={data.issuedFen} label="已使用的额度" />
          <dl className="grid grid-cols-1 gap-x-8 gap-y-2 sm:grid-cols-3">
            {[
              { label: "下达额度", fen: data.issuedFen },
              { label: "已核定、待发放", fen: data.reservedFen },
              { label: "还可以用", fen: data.availableFen },
            ].map((one) => (
              <div key={one.label} className="flex items-baseline justify-between gap-3 sm:block">
                <dt className="text-sm text-ink-3">{one.label}</dt>
                <dd className="text-lg font-medium">
                  <Money fen={one.fen} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      </section>
      {flows.length > 0 && (
        <Card>
          <MoneyRiver caption="从哪里来，到哪里去（已使用和已核定的）" sources={sources} uses={uses} flows={flows} />
        </Card>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card>
          <Bars
            caption="各类补贴已发"
            unit="元"
            bars={spent.map((one) => ({ label: one.label, value: one.spentFen / 100 }))}
          />
        </Card>
        <Card>
          <Bars
            caption="逐月发放"
            unit="元"
            bars={data.months.slice(-12).map((one) => ({ label: one.label, value: one.spentFen / 100 }))}
          />
        </Card>
      </div>
      <section>
        <h2 className="mb-3 text-xl font-semibold">各个来源</h2>
        <RecordList
          caption="资金来源"
          rows={data.sources}
          rowKey={(row) => row.name}
          columns={[
            { key: "name", title: "来源", onPhone: "title", render: (row) => row.name },
            { key: "issued", title: "下达额度", align: "right", render: (row) => <Money fen={row.issuedFen} /> },
            { key: "reserved", title: "待发放", align: "right", render: (row) => <Money fen={row.reservedFen} /> },
            { key: "spent", title: "已发", align: "right", render: (row) => <Money fen={row.spentFen} /> },
            { key: "available", title: "还可以用", align: "right", render: (row) => <Money fen={row.availableFen} /> },
          ]}
        />
      </section>
    </>
  );
}
