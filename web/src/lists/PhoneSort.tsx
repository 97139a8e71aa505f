import type { ReactElement } from "react";
import { Select } from "../kit/Select.tsx";
import type { Sorting } from "./use-sort.ts";
import type { DataColumn } from "./column.ts";

interface PhoneSortProps<Row, Sort extends string> {
  columns: readonly DataColumn<Row, Sort>[];
  sorting: Sorting<Sort>;
}

/** Sort choice for tables on a phone, where headings are hidden. */
export function PhoneSort<Row, Sort extends string>({ columns, sorting }: PhoneSortProps<Row, Sort>): ReactElement {
  const choices = columns.flatMap(({ sort, title }) =>
    sort === undefined
      ? []
      : [
          { value: sort, label: `${title}，升序` },
          { value: `-${sort}` as const, label: `${title}，降序` },
        ],
  );
  const known = choices.some((choice) => choice.value === sorting.sort);
  return (
    <Select
      className="w-full"
      aria-label="排序"
      value={known ? sorting.sort : ""}
      {...(known ? {} : { placeholder: "默认顺序" })}
      onChange={(sort) => sort !== "" && sorting.onSort(sort)}
      choices={choices}
    />
  );
}
