import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { Empty } from "../../kit/Empty.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { DataTable } from "../../lists/DataTable.tsx";
import { useList } from "../../lists/use-list.ts";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { classColumns, type ClassColumn } from "../../features/classes/class-columns.tsx";
import { ClassFilters } from "../../features/classes/ClassFilters.tsx";

const { number, name, organisation, occupation, period, state } = classColumns;
const columns: readonly ClassColumn[] = [
  { ...number, title: "班级编号" },
  { ...name, title: "班级" },
  organisation,
  occupation,
  { ...period, title: "培训时间" },
  { key: "seats", title: "职工", align: "right", render: (row) => `${row.seatsTaken} 人` },
  state,
];

/** 职工培训班: classes that train this enterprise's staff. */
export default function ClassesPage(): ReactElement {
  const [filters, setFilters, bind] = useFilters(["q", "state", "policy"]);
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
          <ClassFilters
            q={filters.q}
            onSearch={(q) => setFilters({ q })}
            state={bind("state")}
            policy={bind("policy")}
          />
        }
        empty={
          <Empty title="没有职工培训班">请培训机构在开班计划里把“合作企业”填为本单位，批准后就能在这里看到。</Empty>
        }
      />
    </StaffPage>
  );
}
