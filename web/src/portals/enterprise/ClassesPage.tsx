import { api, type Api } from "../../api/api.ts";
import type { ReactElement } from "react";
import type { Output } from "../../api/client.ts";
import { Empty } from "../../kit/Empty.tsx";
import { formatPeriod } from "../../kit/format.ts";
import { projectLabel } from "../../features/occupations/levels.ts";
import { classKind, classStateChoices } from "../../features/claims/states.ts";
import { useFilters } from "../../lists/use-filters.ts";
import { SearchBox } from "../../kit/SearchBox.tsx";
import { Select } from "../../kit/Select.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { useList } from "../../lists/use-list.ts";
import { type SortName } from "../../lists/use-sort.ts";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import type { DataColumn } from "../../lists/column.ts";

type Row = Output<Api["classes"]["list"]>["rows"][number];

const columns: readonly DataColumn<Row, SortName<Api["classes"]["list"]>>[] = [
  { key: "number", sort: "number", title: "班级编号", render: (row) => <span className="num">{row.number}</span> },
  { key: "name", sort: "name", title: "班级", render: (row) => <span className="font-medium">{row.name}</span> },
  { key: "school", sort: "organisationName", title: "培训机构", render: (row) => row.organisationName },
  {
    key: "occupation",
    sort: "occupationName",
    title: "职业与等级",
    render: (row) => projectLabel(row.occupationName, row.level),
  },
  {
    key: "startsOn",
    sort: "startsOn",
    title: "培训时间",
    render: (row) => <span className="num">{formatPeriod(row.startsOn, row.endsOn)}</span>,
  },
  { key: "seats", title: "职工", align: "right", render: (row) => `${row.seatsTaken} 人` },
  {
    key: "state",
    title: "状态",
    render: (row) => <StatusMark kind={classKind(row.state)}>{row.stateLabel}</StatusMark>,
  },
];

/** 职工培训班: classes that train this enterprise's staff. */
export default function ClassesPage(): ReactElement {
  const [filters, setFilters, bind] = useFilters(["q", "state"]);
  const list = useList(api.classes.list, { usual: "-startsOn", filters, exportAs: "职工培训班.xlsx" });
  return (
    <StaffPage title="职工培训班" intro="培训机构为本单位办的班：进度、出勤和网上学习都可以看。">
      <DataTable
        id="enterprise-classes"
        caption="职工培训班"
        unit="期"
        columns={columns}
        {...list}
        rowKey={(row) => row.id}
        href={(row) => `/enterprise/classes/${row.id}`}
        filters={
          <>
            <span className="w-64 max-sm:w-full">
              <SearchBox value={filters.q} onSearch={(q) => setFilters({ q })} label="班级名称、编号或职业" />
            </span>
            <Select
              className="w-32"
              aria-label="状态"
              placeholder="全部状态"
              {...bind("state")}
              choices={classStateChoices}
            />
          </>
        }
        empty={
          <Empty title="没有职工培训班">请培训机构在开班计划里把“合作企业”填为本单位，批准后就能在这里看到。</Empty>
        }
      />
    </StaffPage>
  );
}
