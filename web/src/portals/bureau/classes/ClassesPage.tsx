import { stateChoices } from "@jinengtong/words";
import { townChoices } from "@jinengtong/county";
import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { Empty } from "../../../kit/Empty.tsx";
import { Filter, WordsFilter } from "../../../lists/Filter.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { ProgrammeFilter } from "../../../features/programmes/ProgrammeFilter.tsx";
import { useBenefits } from "../../../features/programmes/use-programmes.ts";
import { DataTable } from "../../../lists/DataTable.tsx";
import { useList } from "../../../lists/use-list.ts";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { classColumns } from "../../../features/classes/class-columns.tsx";

const { number, name, organisation, occupation, period, seats, state, town } = classColumns;

/** Every class of the region. */
export default function ClassesPage(): ReactElement {
  const [filters, , bind] = useFilters(["q", "state", "policy", "benefit", "town"]);
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
            <WordsFilter label="班名、编号、机构或工种" {...bind("q")} />
            <Filter
              label="状态"
              {...bind("state")}
              choices={stateChoices("training-class").filter((one) => one.value !== "draft")}
            />
            <ProgrammeFilter {...bind("policy")} />
            <Filter label="补贴" className="w-52" {...bind("benefit")} choices={benefits.choices} />
            <Filter label="镇街" {...bind("town")} choices={townChoices()} />
          </>
        }
        empty={<Empty title="没有符合条件的班">换个词，或放宽筛选条件。</Empty>}
        columns={[name, number, organisation, { ...occupation, title: "职业（工种）" }, state, town, period, seats]}
      />
    </StaffPage>
  );
}
