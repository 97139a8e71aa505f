import { useState, type ReactElement } from "react";
import { api, type Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { formatYuan } from "../../kit/format.ts";
import { Money } from "../../kit/Money.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { useList } from "../../lists/use-list.ts";

type Correction = Output<Api["sources"]["corrections"]>["rows"][number];

/** Corrections of wrongly registered money, with the decision of the second officer. */
export function Corrections(): ReactElement {
  const list = useList(api.sources.corrections, { usual: "-askedAt", exportAs: "更正登记.xlsx" });
  const [deciding, setDeciding] = useState<{ row: Correction; agreed: boolean } | null>(null);
  return (
    <>
      <DataTable
        id="corrections"
        caption="更正登记"
        unit="笔"
        {...list}
        views={false}
        rowKey={(row) => row.id}
        filters={<h2 className="font-semibold">更正登记</h2>}
        empty={<Empty title="没有更正">登记错的额度、拨入或利息，可以在报表的明细账中提出更正。</Empty>}
        columns={[
          { key: "source", title: "来源", render: (row) => row.sourceName },
          {
            key: "what",
            title: "更正的一笔",
            render: (row) => <span>{`${row.on} ${row.movement}：${row.note}`}</span>,
          },
          { key: "reason", title: "理由", render: (row) => row.reason },
          { key: "asked", sort: "askedAt", title: "提出", render: (row) => row.askedBy },
          {
            key: "amount",
            sort: "amountFen",
            title: "金额",
            align: "right",
            render: (row) => <Money fen={row.amountFen} exact />,
          },
          {
            key: "act",
            title: "办理",
            render: (row) =>
              row.mayDecide ? (
                <span className="flex gap-2">
                  <Button variant="secondary" onClick={() => setDeciding({ row, agreed: true })}>
                    同意更正
                  </Button>
                  <Button variant="quiet" onClick={() => setDeciding({ row, agreed: false })}>
                    不同意
                  </Button>
                </span>
              ) : row.agreed === null ? (
                "等另一位财政人员决定"
              ) : row.agreed ? (
                "已更正"
              ) : (
                "不同意"
              ),
          },
        ]}
      />
      {deciding !== null && <Decision {...deciding} onClose={() => setDeciding(null)} />}
    </>
  );
}

function Decision({ row, agreed, onClose }: { row: Correction; agreed: boolean; onClose: () => void }): ReactElement {
  const tell = useToast();
  const decide = useChange(api.sources.decideCorrection, {
    refresh: [api.sources.corrections, api.sources.list, api.homes.finance],
    onSuccess: () => {
      tell(agreed ? "已更正，相反的一笔记在今天" : "已告知不同意");
      onClose();
    },
  });
  return (
    <ConfirmSheet
      open
      danger={agreed}
      onClose={onClose}
      title={`${agreed ? "同意" : "不同意"}更正`}
      consequences={[
        `${row.askedBy} 提出：${row.reason}`,
        agreed
          ? `今天记一笔相反的账，${row.sourceName}“${row.movement}” ${formatYuan(row.amountFen)} 元不再计入。`
          : "原来的一笔不变。",
      ]}
      action={agreed ? `更正 ${formatYuan(row.amountFen)} 元` : "不同意"}
      busy={decide.isPending}
      error={decide.error}
      onConfirm={() => decide.mutate({ params: { id: row.id }, body: { agreed } })}
    />
  );
}
