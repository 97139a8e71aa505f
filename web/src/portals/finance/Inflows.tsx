import { useState, type ReactElement } from "react";
import { api } from "../../api/api.ts";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { Money } from "../../kit/Money.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { today } from "../../kit/today.ts";
import { DataTable } from "../../lists/DataTable.tsx";
import { useList } from "../../lists/use-list.ts";
import { EndInflowDialog } from "./EndInflowDialog.tsx";
import type { Inflow } from "./inflow.ts";
import { InflowDialog } from "./InflowDialog.tsx";

/** Money that the sources expect; the day on which each waiting claim can be paid rests on it. */
export function Inflows(): ReactElement {
  const list = useList(api.inflows.list, { usual: "expectedOn", exportAs: "计划拨入.xlsx" });
  const [changing, setChanging] = useState<Inflow | null>(null);
  const [ending, setEnding] = useState<Inflow | null>(null);
  return (
    <>
      <DataTable
        id="inflows"
        caption="计划拨入"
        unit="笔"
        {...list}
        views={false}
        rowKey={(row) => row.id}
        filters={<h2 className="font-semibold">计划拨入</h2>}
        empty={
          <Empty title="没有计划拨入的资金">
            收到拨款文件后，在来源的“计划拨入”里登记日期和金额：排队等钱的申请会按它推算到账日。
          </Empty>
        }
        columns={[
          { key: "source", title: "来源", render: (row) => row.sourceName },
          {
            key: "on",
            sort: "expectedOn",
            title: "预计到位",
            render: (row) => (
              <span className="num">
                {row.expectedOn} {row.expectedOn < today() && <StatusMark kind="late">已过</StatusMark>}
              </span>
            ),
          },
          { key: "document", title: "依据的文件", render: (row) => row.document },
          {
            key: "amount",
            sort: "amountFen",
            title: "金额",
            align: "right",
            render: (row) => <Money fen={row.amountFen} exact />,
          },
          { key: "by", sort: "notedAt", title: "登记", render: (row) => row.notedBy },
          {
            key: "act",
            title: "办理",
            render: (row) => (
              <span className="flex gap-2">
                <Button variant="secondary" onClick={() => setChanging(row)}>
                  更改
                </Button>
                <Button variant="quiet" onClick={() => setEnding(row)}>
                  结束
                </Button>
              </span>
            ),
          },
        ]}
      />
      {changing !== null && (
        <InflowDialog
          source={{ id: changing.sourceId, name: changing.sourceName }}
          inflow={changing}
          onClose={() => setChanging(null)}
        />
      )}
      {ending !== null && <EndInflowDialog inflow={ending} onClose={() => setEnding(null)} />}
    </>
  );
}
