import { stateChoices, stateWord } from "@jinengtong/words";
import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { Empty } from "../../kit/Empty.tsx";
import { formatInstant } from "../../kit/format.ts";
import { Money } from "../../kit/Money.tsx";
import { Filter, WordsFilter } from "../../lists/Filter.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { useSources } from "./use-sources.ts";
import { DataTable } from "../../lists/DataTable.tsx";
import { useList } from "../../lists/use-list.ts";
import { StatusMark } from "../../kit/StatusMark.tsx";

/** All batches of the county, newest first; finance works on them, auditors read them. */
export function BatchesTable({ portal, hint }: { portal: "/finance" | "/audit"; hint: string }): ReactElement {
  const [filters, , bind] = useFilters(["q", "state", "sourceId"]);
  const sources = useSources();
  const batches = useList(api.batches.list, { usual: "-madeAt", filters, exportAs: "拨付批次.xlsx" });
  return (
    <DataTable
      id="batches"
      caption="拨付批次"
      unit="批"
      {...batches}
      rowKey={(row) => row.id}
      href={(row) => `${portal}/batches/${row.id}`}
      filters={
        <>
          <WordsFilter label="批次、付款、申请或收款人" {...bind("q")} />
          <Filter label="状态" className="w-40" {...bind("state")} choices={stateChoices("payment-batch")} />
          <Filter label="资金来源" all="全部来源" className="w-64" {...bind("sourceId")} choices={sources.choices} />
        </>
      }
      empty={<Empty title="没有符合条件的批次">{hint}</Empty>}
      columns={[
        {
          key: "number",
          sort: "number",
          title: "批次",
          render: (row) => <span className="num font-medium">{row.number}</span>,
        },
        {
          key: "state",
          title: "状态",
          render: (row) => (
            <StatusMark kind={stateWord("payment-batch", row.state).kind}>
              {stateWord("payment-batch", row.state).label}
            </StatusMark>
          ),
        },
        { key: "source", sort: "sourceName", title: "资金来源", render: (row) => row.sourceName },
        {
          key: "count",
          sort: "count",
          title: "笔数",
          align: "right",
          render: (row) => <span className="num">{row.count}</span>,
        },
        {
          key: "total",
          sort: "totalFen",
          title: "金额",
          align: "right",
          render: (row) => <Money fen={row.totalFen} exact />,
        },
        {
          key: "made",
          sort: "madeAt",
          title: "编制",
          render: (row) => <span className="num">{`${row.madeBy} ${formatInstant(row.madeAt)}`}</span>,
        },
        {
          key: "released",
          sort: "releasedAt",
          title: "复核放款",
          render: (row) =>
            row.releasedBy === null || row.releasedAt === null ? (
              "—"
            ) : (
              <span className="num">{`${row.releasedBy} ${formatInstant(row.releasedAt)}`}</span>
            ),
        },
      ]}
    />
  );
}
