import { api, type Api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import type { Output } from "../../api/client.ts";
import { useApi } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Tie } from "../../features/fund/Tie.tsx";
import { Money } from "../../kit/Money.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { Corrections } from "./Corrections.tsx";
import { InflowDialog } from "./InflowDialog.tsx";
import { Inflows } from "./Inflows.tsx";
import { OrderDialog } from "./OrderDialog.tsx";
import { MovementDialog } from "./MovementDialog.tsx";
import { SourceDialog } from "./SourceDialog.tsx";

type Source = Output<Api["sources"]["list"]>["rows"][number];

const SUMS = [
  ["issued", "issuedFen"],
  ["available", "availableFen"],
  ["reserved", "reservedFen"],
  ["spent", "spentFen"],
  ["bank", "bankFen"],
  ["transit", "transitFen"],
  ["funded", "fundedFen"],
] as const;

/** The two accounting equations: of issued quota, and of received cash. */
function Ties({ rows }: { rows: readonly Source[] }): ReactElement {
  const of = (field: keyof Source & `${string}Fen`): number => rows.reduce((sum, row) => sum + row[field], 0);
  return (
    <div className="grid gap-1 py-1">
      <Tie
        whole={[["下达", of("issuedFen")]]}
        parts={[
          ["可用", of("availableFen")],
          ["已核定待付", of("reservedFen")],
          ["已支付", of("spentFen")],
        ]}
      />
      <Tie
        whole={[
          ["拨入", of("fundedFen")],
          ["利息", of("interestFen")],
        ]}
        parts={[
          ["专户存款", of("bankFen")],
          ["在途", of("transitFen")],
          ["补贴支出", of("expenseFen")],
        ]}
      />
    </div>
  );
}

/** Sources of money with their balances; each has books of its own. */
export default function SourcesPage(): ReactElement {
  const sources = useApi(api.sources.list, {});
  const [dialog, setDialog] = useState<"source" | { id: string; name: string } | null>(null);
  const [expecting, setExpecting] = useState<{ id: string; name: string } | null>(null);
  const [ordering, setOrdering] = useState<Source | null>(null);
  return (
    <StaffPage
      title="资金来源"
      intro="各来源分账核算、专款专用；没有指定来源的补贴按列支顺序使用。"
      actions={
        <Button icon="plus" onClick={() => setDialog("source")}>
          设立来源
        </Button>
      }
    >
      <QueryView query={sources}>
        {({ rows }) => (
          <DataTable
            id="sources"
            caption="资金来源"
            unit="个"
            rows={rows}
            rowKey={(row) => row.id}
            totals={Object.fromEntries(
              SUMS.map(([key, field]) => [
                key,
                <Money key={key} fen={rows.reduce((sum, row) => sum + row[field], 0)} exact />,
              ]),
            )}
            exportTo={{ path: "/api/v1/fund/sources/export", name: "资金来源.xlsx" }}
            filters={<Ties rows={rows} />}
            columns={[
              {
                key: "name",
                title: "来源",
                width: "14rem",
                render: (row) => <span className="font-medium">{row.name}</span>,
              },
              {
                key: "order",
                title: "列支顺序",
                align: "right",
                render: (row) => (
                  <Button variant="quiet" label={`调整 ${row.name} 的列支顺序`} onClick={() => setOrdering(row)}>
                    {String(row.drawOrder)}
                  </Button>
                ),
              },
              { key: "code", title: "代码", render: (row) => <span className="num">{row.code}</span>, optional: true },
              {
                key: "issued",
                title: "下达额度",
                align: "right",
                render: (row) => <Money fen={row.issuedFen} exact />,
              },
              {
                key: "available",
                title: "可用",
                align: "right",
                render: (row) => <Money fen={row.availableFen} exact />,
              },
              {
                key: "reserved",
                title: "已核定待付",
                align: "right",
                render: (row) => <Money fen={row.reservedFen} exact />,
              },
              { key: "spent", title: "已支付", align: "right", render: (row) => <Money fen={row.spentFen} exact /> },
              { key: "bank", title: "专户存款", align: "right", render: (row) => <Money fen={row.bankFen} exact /> },
              { key: "transit", title: "在途", align: "right", render: (row) => <Money fen={row.transitFen} exact /> },
              {
                key: "funded",
                title: "历年拨入",
                align: "right",
                optional: true,
                render: (row) => <Money fen={row.fundedFen} exact />,
              },
              {
                key: "act",
                title: "办理",
                render: (row) => (
                  <span className="flex gap-2 whitespace-nowrap">
                    <Button
                      variant="secondary"
                      label={`登记 ${row.name} 的资金`}
                      onClick={() => setDialog({ id: row.id, name: row.name })}
                    >
                      登记资金
                    </Button>
                    <Button
                      variant="quiet"
                      label={`登记 ${row.name} 的计划拨入`}
                      onClick={() => setExpecting({ id: row.id, name: row.name })}
                    >
                      计划拨入
                    </Button>
                    <Button variant="quiet" to={`/finance/statements?source=${row.id}`}>
                      报表
                    </Button>
                  </span>
                ),
              },
            ]}
          />
        )}
      </QueryView>
      <Inflows />
      <Corrections />
      {expecting !== null && <InflowDialog source={expecting} inflow={null} onClose={() => setExpecting(null)} />}
      {ordering !== null && <OrderDialog source={ordering} onClose={() => setOrdering(null)} />}
      {dialog === "source" && <SourceDialog onClose={() => setDialog(null)} />}
      {dialog !== null && dialog !== "source" && <MovementDialog source={dialog} onClose={() => setDialog(null)} />}
    </StaffPage>
  );
}
