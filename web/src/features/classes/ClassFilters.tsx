import { stateChoices } from "@jinengtong/words";
import type { ReactElement } from "react";
import { SearchBox } from "../../kit/SearchBox.tsx";
import { Select } from "../../kit/Select.tsx";

interface ClassFiltersProps {
  q: string;
  onSearch: (q: string) => void;
  /** Value and change of the state filter. */
  state: { value: string; onChange: (value: string) => void };
}

/** Filters of an organisation's classes: words and state. */
export function ClassFilters({ q, onSearch, state }: ClassFiltersProps): ReactElement {
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
    </>
  );
}
