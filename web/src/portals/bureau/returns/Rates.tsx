import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
import { Empty } from "../../../kit/Empty.tsx";
import type { DataColumn } from "../../../lists/column.ts";
import { DataTable } from "../../../lists/DataTable.tsx";
import { useList } from "../../../lists/use-list.ts";
import type { SortName } from "../../../lists/use-sort.ts";

const LIST = api.periodForms.rates;
type Rate = Output<Api["periodForms"]["rates"]>["rows"][number];

/** Of each reporter, how many of the periods that fell due were sent, and in time. */
export function Rates({ code }: { code: string }): ReactElement {
  const list = useList(LIST, { params: { code }, usual: "name", exportAs: "报送完整率和及时率.xlsx" });
  return (
    <DataTable
      id="period-rates"
      caption="完整率和及时率"
      unit="家"
      columns={columns}
      {...list}
      rowKey={(row) => row.id}
      empty={<Empty title="还没有到期的期间">第一期到期后，这里列出每家单位的完整率和及时率。</Empty>}
    />
  );
}

const percent = (value: number | null): string => (value === null ? "–" : `${value.toFixed(1)}%`);
const number = (value: number | string): ReactElement => <span className="num">{value}</span>;

const columns: DataColumn<Rate, SortName<typeof LIST>>[] = [
  { key: "name", sort: "name", title: "单位", render: (row) => <span className="font-medium">{row.name}</span> },
  { key: "owed", title: "到期应报", align: "right", render: (row) => number(row.owed) },
  { key: "sent", sort: "sent", title: "已报", align: "right", render: (row) => number(row.sent) },
  { key: "onTime", sort: "onTime", title: "按时", align: "right", render: (row) => number(row.onTime) },
  { key: "complete", title: "完整率", align: "right", render: (row) => number(percent(row.complete)) },
  { key: "timely", title: "及时率", align: "right", render: (row) => number(percent(row.timely)) },
  { key: "overdue", title: "逾期没有报", render: (row) => row.overdue },
];
