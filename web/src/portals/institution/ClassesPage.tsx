import { api, type Api } from "../../api/api.ts";
import { rugaoTowns } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { useNavigate } from "react-router";
import type { Output } from "../../api/client.ts";
import { Button } from "../../kit/Button.tsx";
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
import { useHotkeys } from "../../kit/staff/use-hotkeys.ts";
import type { DataColumn } from "../../lists/column.ts";

type Row = Output<Api["classes"]["list"]>["rows"][number];

const columns: readonly DataColumn<Row, SortName<Api["classes"]["list"]>>[] = [
  { key: "number", sort: "number", title: "班级编号", render: (row) => <span className="num">{row.number}</span> },
  { key: "name", sort: "name", title: "班级", render: (row) => <span className="font-medium">{row.name}</span> },
  { key: "occupation", title: "职业与等级", render: (row) => projectLabel(row.occupationName, row.level) },
  {
    key: "startsOn",
    sort: "startsOn",
    title: "培训时间",
    render: (row) => <span className="num">{formatPeriod(row.startsOn, row.endsOn)}</span>,
  },
  {
    key: "seats",
    title: "学员 / 名额",
    align: "right",
    render: (row) => (
      <span className="num">
        {row.seatsTaken} / {row.capacity}
      </span>
    ),
  },
  {
    key: "state",
    title: "状态",
    render: (row) => <StatusMark kind={classKind(row.state)}>{row.stateLabel}</StatusMark>,
  },
  {
    key: "town",
    title: "镇街",
    optional: true,
    render: (row) => rugaoTowns.find((town) => town.code === row.town)?.name ?? row.town,
  },
];

/** 培训班: every class of this school, filtered and sorted by the server. */
export default function ClassesPage(): ReactElement {
  const [filters, setFilters, bind] = useFilters(["q", "state"]);
  const navigate = useNavigate();
  const list = useList(api.classes.list, { usual: "-startsOn", filters, limit: 50, exportAs: "培训班.xlsx" });
  useHotkeys({ n: () => void navigate("/institution/classes/new") });
  const filtered = filters.q !== "" || filters.state !== "";
  return (
    <StaffPage
      title="培训班"
      intro="从开班计划到补贴清单，一个班的事都在它的页面里办。"
      actions={
        <Button to="/institution/classes/new" icon="plus" hotkey="n">
          新建开班计划
        </Button>
      }
    >
      <DataTable
        id="institution-classes"
        caption="本单位的培训班"
        unit="期"
        columns={columns}
        {...list}
        rowKey={(row) => row.id}
        href={(row) => `/institution/classes/${row.id}`}
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
          filtered ? (
            <Empty
              title="没有符合条件的班"
              action={
                <Button variant="secondary" onClick={() => setFilters({ q: "", state: "" })}>
                  清除筛选
                </Button>
              }
            />
          ) : (
            <Empty title="还没有培训班" action={<Button to="/institution/classes/new">新建开班计划</Button>}>
              填好计划、排好课表、备好名册，检查通过后提交人社部门审核。
            </Empty>
          )
        }
      />
    </StaffPage>
  );
}
