import type { ReactElement } from "react";
import { cx } from "../kit/cx.ts";
import { Icon } from "../kit/Icon.tsx";
import { directionOf, type Sorting } from "./use-sort.ts";
import type { DataColumn, Selection } from "./column.ts";

interface DataTableHeadProps<Row, Sort extends string> {
  columns: readonly DataColumn<Row, Sort>[];
  sorting: Sorting<Sort> | undefined;
  selection: Selection | undefined;
  allKeys: readonly string[];
}

/** Header row: sticky, sortable if the server can. */
export function DataTableHead<Row, Sort extends string>({
  columns,
  sorting,
  selection,
  allKeys,
}: DataTableHeadProps<Row, Sort>): ReactElement {
  const all = allKeys.length > 0 && selection !== undefined && allKeys.every((key) => selection.keys.has(key));
  return (
    <thead className="max-sm:hidden bg-sheet lg:sticky lg:top-12 lg:z-10 shadow-[0_1px_0_var(--color-ink)]">
      <tr>
        {selection !== undefined && (
          <th scope="col" className="w-9 px-3 py-1.5">
            <input
              type="checkbox"
              aria-label="选择全部已显示的行"
              checked={all}
              className="block size-4 accent-accent"
              onChange={() => selection.onChange(new Set(all ? [] : allKeys))}
            />
          </th>
        )}
        {columns.map((column) => {
          const by = sorting === undefined ? undefined : column.sort;
          const sorted = by === undefined ? undefined : directionOf(sorting?.sort, by);
          const right = column.align === "right";
          return (
            <th
              key={column.key}
              scope="col"
              style={column.width === undefined ? {} : { width: column.width }}
              {...(by === undefined
                ? {}
                : { "aria-sort": sorted === undefined ? "none" : (`${sorted}ending` as const) })}
              className={cx("px-3 py-1.5 text-sm font-medium whitespace-nowrap text-ink-2", right && "text-right")}
            >
              {by !== undefined ? (
                <button
                  type="button"
                  onClick={() => sorting?.onSort(sorted === "asc" ? `-${by}` : by)}
                  className={cx(
                    "inline-flex min-h-6 items-center gap-1 hover:text-accent max-lg:min-h-11",
                    sorted !== undefined && "font-semibold text-ink",
                  )}
                >
                  {column.title}
                  <Icon
                    name={sorted === undefined ? "sort" : sorted === "asc" ? "up" : "down"}
                    size="0.95em"
                    className={sorted === undefined ? "opacity-50" : ""}
                  />
                </button>
              ) : (
                column.title
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
