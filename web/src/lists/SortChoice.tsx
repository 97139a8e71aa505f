import type { ReactElement } from "react";
import { Select } from "../kit/Select.tsx";
import type { Sorting } from "./use-sort.ts";

/** Sort options for a list without headings: its default first. */
export type SortChoices<Name extends string> = readonly (readonly [order: Name | `-${Name}`, words: string])[];

/** Chooses the order of a list that is no table. */
export function SortChoice<Name extends string>({
  sorting,
  choices,
  className = "w-44",
}: {
  sorting: Sorting<Name>;
  choices: SortChoices<NoInfer<Name>>;
  className?: string;
}): ReactElement {
  return (
    <Select
      className={className}
      aria-label="排序"
      value={sorting.sort}
      onChange={(sort) => sort !== "" && sorting.onSort(sort)}
      choices={choices.map(([value, label]) => ({ value, label }))}
    />
  );
}
