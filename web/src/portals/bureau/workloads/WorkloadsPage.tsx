import { stateChoices, stateKind } from "@jinengtong/words";
import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
import { decimals, yearChoices } from "../../../features/workload/workload.ts";
import { Empty } from "../../../kit/Empty.tsx";
import { formatYuan } from "../../../kit/format.ts";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { today } from "../../../kit/today.ts";
import type { DataColumn } from "../../../lists/column.ts";
import { DataTable } from "../../../lists/DataTable.tsx";
import { Filter } from "../../../lists/Filter.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { useList } from "../../../lists/use-list.ts";
import type { SortName } from "../../../lists/use-sort.ts";

const LIST = api.workloads.list;
type Row = Output<Api["workloads"]["list"]>["rows"][number];

/** 院校工作量: every school's training of a year, confirmed or not. */
export default function WorkloadsPage(): ReactElement {
  const [filters, , bind] = useFilters(["year", "state"]);
  const list = useList(LIST, { usual: "name", filters, exportAs: "院校培训工作量.xlsx" });
  return (
    <StaffPage title="院校工作量" intro="院校培训按学时折算，与学历教育同等计算；院校确认后审核、锁定。">
      <DataTable
        id="workloads"
        caption="院校工作量"
        unit="所"
        columns={columns}
        {...list}
        rowKey={(row) => row.id}
        href={(row) => `/bureau/workloads/${row.id}/${row.year}`}
        filters={
          <>
            <Filter label="年度" all="上一年" className="w-32" {...bind("year")} choices={yearChoices(today())} />
            <Filter label="状态" {...bind("state")} choices={stateChoices("workload")} />
          </>
        }
        empty={<Empty title="没有符合条件的院校">换个年度或状态再看。</Empty>}
      />
    </StaffPage>
  );
}

const columns: DataColumn<Row, SortName<typeof LIST>>[] = [
  { key: "name", sort: "name", title: "院校", render: (row) => <span className="font-medium">{row.name}</span> },
  { key: "year", title: "年度", render: (row) => <span className="num">{row.year}</span> },
  {
    key: "state",
    sort: "state",
    title: "状态",
    render: (row) => <StatusMark kind={stateKind("workload", row.state, "office")}>{row.stateLabel}</StatusMark>,
  },
  {
    key: "equivalents",
    title: "折合学生数",
    align: "right",
    render: (row) => <span className="num">{row.equivalents === null ? "–" : decimals(row.equivalents, 3)}</span>,
  },
  {
    key: "income",
    title: "培训收入（元）",
    align: "right",
    render: (row) => <span className="num">{row.incomeFen === null ? "–" : formatYuan(row.incomeFen)}</span>,
  },
  {
    key: "base",
    title: "绩效工资基数（元）",
    align: "right",
    render: (row) => <span className="num">{row.baseFen === null ? "–" : formatYuan(row.baseFen)}</span>,
  },
];
