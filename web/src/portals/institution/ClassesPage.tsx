import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useNavigate } from "react-router";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { DataTable } from "../../lists/DataTable.tsx";
import { useList } from "../../lists/use-list.ts";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { useHotkeys } from "../../kit/staff/use-hotkeys.ts";
import { classColumns, type ClassColumn } from "../../features/classes/class-columns.tsx";
import { ClassFilters } from "../../features/classes/ClassFilters.tsx";

const { number, name, occupation, period, seats, state, town } = classColumns;
const columns: readonly ClassColumn[] = [
  { ...number, title: "班级编号" },
  { ...name, title: "班级" },
  occupation,
  { ...period, title: "培训时间" },
  { ...seats, title: "学员 / 名额" },
  state,
  { ...town, optional: true },
];

/** 培训班: every class of this school, filtered and sorted by the server. */
export default function ClassesPage(): ReactElement {
  const [filters, setFilters, bind] = useFilters(["q", "state", "policy"]);
  const navigate = useNavigate();
  const list = useList(api.classes.list, { usual: "-startsOn", filters, limit: 50, exportAs: "培训班.xlsx" });
  useHotkeys({ n: () => void navigate("/institution/classes/new") });
  const filtered = filters.q !== "" || filters.state !== "" || filters.policy !== "";
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
          <ClassFilters
            q={filters.q}
            onSearch={(q) => setFilters({ q })}
            state={bind("state")}
            policy={bind("policy")}
          />
        }
        empty={
          filtered ? (
            <Empty
              title="没有符合条件的班"
              action={
                <Button variant="secondary" onClick={() => setFilters({ q: "", state: "", policy: "" })}>
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
