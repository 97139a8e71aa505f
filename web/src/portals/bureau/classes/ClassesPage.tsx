import { stateChoices } from "@jinengtong/words";
import { townChoices } from "@jinengtong/county";
import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { Empty } from "../../../kit/Empty.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { ProgrammeFilter } from "../../../features/programmes/ProgrammeFilter.tsx";
import { useBenefits } from "../../../features/programmes/use-programmes.ts";
import { SearchBox } from "../../../kit/SearchBox.tsx";
import { Select } from "../../../kit/Select.tsx";
import { DataTable } from "../../../lists/DataTable.tsx";
import { useList } from "../../../lists/use-list.ts";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { classColumns } from "../../../features/classes/class-columns.tsx";

const { number, name, organisation, occupation, period, seats, state, town } = classColumns;

/** Every class of the region. */
export default function ClassesPage(): ReactElement {
  const [filters, setFilters, bind] = useFilters(["q", "state", "policy", "benefit", "town"]);
  const benefits = useBenefits(filters.policy);
  const classes = useList(api.classes.list, { usual: "-startsOn", filters, exportAs: "培训班.xlsx" });
  return (
    <StaffPage title="培训班">
      <DataTable
        id="bureau-classes"
        caption="培训班"
        unit="个班"
        {...classes}
        rowKey={(row) => row.id}
        href={(row) => `/bureau/classes/${row.id}`}
        filters={
          <>
            <span className="w-60">
              <SearchBox label="班名、编号、机构或工种" value={filters.q} onSearch={(q) => setFilters({ q })} />
            </span>
            <Select
              className="w-36"
              aria-label="状态"
              {...bind("state")}
              placeholder="全部状态"
              choices={stateChoices("training-class").filter((one) => one.value !== "draft")}
            />
            <ProgrammeFilter {...bind("policy")} />
            <Select
              className="w-52"
              aria-label="补贴"
              {...bind("benefit")}
              placeholder="全部补贴"
              choices={benefits.choices}
            />
            <Select
              className="w-36"
              aria-label="镇街"
              {...bind("town")}
              placeholder="全部镇街"
              choices={townChoices()}
            />
          </>
        }
        empty={<Empty title="没有符合条件的班">换个词，或放宽筛选条件。</Empty>}
        columns={[name, number, organisation, { ...occupation, title: "职业（工种）" }, state, town, period, seats]}
      />
    </StaffPage>
  );
}
