import { stateChoices } from "@jinengtong/words";
import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { Empty } from "../../kit/Empty.tsx";
import { Filter, WordsFilter } from "../../lists/Filter.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { DataTable } from "../../lists/DataTable.tsx";
import { useList } from "../../lists/use-list.ts";
import { DateRange } from "../../lists/DateRange.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { ProgrammeFilter } from "../../features/programmes/ProgrammeFilter.tsx";
import { classColumns } from "../../features/classes/class-columns.tsx";

const { number, name, organisation, occupation, period, seats, state, town } = classColumns;

/** Classes, to read; a row opens the way forward to its money. */
export default function ClassesPage(): ReactElement {
  const [filters, , bind] = useFilters(["q", "state", "policy", "from", "to"]);
  const list = useList(api.classes.list, { usual: "-startsOn", filters, exportAs: "培训班.xlsx" });
  return (
    <StaffPage title="培训班" intro="只读。打开一个班，看每一节课和它带来的钱。">
      <DataTable
        id="audit-classes"
        caption="培训班"
        unit="个班"
        {...list}
        rowKey={(row) => row.id}
        href={(row) => `/audit/classes/${row.id}`}
        empty={<Empty title="没有符合条件的班">放宽筛选条件再看看。</Empty>}
        filters={
          <>
            <WordsFilter label="班名、编号或机构" {...bind("q")} />
            <Filter
              label="状态"
              {...bind("state")}
              choices={stateChoices("training-class").map(({ value, label }) => ({ value: value as string, label }))}
            />
            <ProgrammeFilter {...bind("policy")} />
            <DateRange label="上课日期" from={bind("from")} to={bind("to")} />
          </>
        }
        columns={[
          number,
          name,
          occupation,
          { ...organisation, title: "机构" },
          { ...town, title: "镇（街道）", optional: true },
          period,
          seats,
          state,
        ]}
      />
    </StaffPage>
  );
}
