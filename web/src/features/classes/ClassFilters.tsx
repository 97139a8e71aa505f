import { stateChoices } from "@jinengtong/words";
import type { ReactElement } from "react";
import { SearchBox } from "../../kit/SearchBox.tsx";
import { Select } from "../../kit/Select.tsx";
import type { Bound } from "../../lists/use-filters.ts";
import { ProgrammeFilter } from "../programmes/ProgrammeFilter.tsx";

interface ClassFiltersProps {
  q: string;
  onSearch: (q: string) => void;
  state: Bound;
  policy: Bound;
}

/** Filters of an organisation's classes: words, state and programme. */
export function ClassFilters({ q, onSearch, state, policy }: ClassFiltersProps): ReactElement {
  return (
    <>
      <span className="w-64 max-sm:w-full">
        <SearchBox value={q} onSearch={onSearch} label="班级名称、编号或职业" />
      </span>
      <Select
        className="w-32"
        aria-label="状态"
        placeholder="全部状态"
        {...state}
        choices={stateChoices("training-class")}
      />
      <ProgrammeFilter {...policy} />
    </>
  );
}
