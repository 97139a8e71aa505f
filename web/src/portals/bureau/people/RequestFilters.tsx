import { townChoices } from "@jinengtong/county";
import type { ReactElement, ReactNode } from "react";
import { Field } from "../../../kit/Field.tsx";
import type { Bound } from "../../../lists/use-filters.ts";
import { Select } from "../../../kit/Select.tsx";
import { FilterList, type FilterOption } from "../../../kit/staff/FilterList.tsx";

interface RequestFiltersProps {
  state: Bound;
  states: readonly FilterOption[];
  town: Bound;
  /** Filters of requests. */
  children?: ReactNode;
}

/** Filters of a queue of personal requests: state, subject, and town. */
export function RequestFilters({ state, states, town, children }: RequestFiltersProps): ReactElement {
  return (
    <div className="max-xl:grid max-xl:grid-cols-2 max-xl:gap-6">
      <FilterList title="状态" {...state} options={states} />
      <div className="grid content-start gap-3 text-sm">
        {children}
        <Field label="镇街" required="filter">
          <Select {...town} placeholder="全部镇街" choices={townChoices()} />
        </Field>
      </div>
    </div>
  );
}
