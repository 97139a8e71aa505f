import { useState, type ReactElement } from "react";
import { useApi } from "../api/hooks.ts";
import { Button } from "../ui/Button.tsx";
import { Money } from "../ui/Money.tsx";
import { QueryView } from "../ui/QueryView.tsx";
import { DataTable } from "../ui/staff/DataTable.tsx";
import { StaffPage } from "../ui/staff/StaffPage.tsx";
import { MovementDialog } from "./MovementDialog.tsx";
import { SourceDialog } from "./SourceDialog.tsx";

/** Sources of money with their balances; each has books of its own. */
export default function SourcesPage(): ReactElement {
  const sources = useApi("GET /api/v1/fund/sources", {});
  const [dialog, setDialog] = useState<"source" | { id: string; name: string } | null>(null);
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
            columns={[
              {
                key: "order",
                title: "列支顺序",
                align: "right",
                render: (row) => <span className="num">{row.drawOrder}</span>,
              },
              { key: "name", title: "来源", render: (row) => <span className="font-medium">{row.name}</span> },
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
                key: "act",
                title: "办理",
                render: (row) => (
                  <span className="flex gap-2">
                    <Button variant="secondary" onClick={() => setDialog({ id: row.id, name: row.name })}>
                      登记资金
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
      {dialog === "source" && <SourceDialog onClose={() => setDialog(null)} />}
      {dialog !== null && dialog !== "source" && <MovementDialog source={dialog} onClose={() => setDialog(null)} />}
    </StaffPage>
  );
}
