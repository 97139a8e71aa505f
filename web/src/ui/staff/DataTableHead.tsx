import type { ReactElement } from "react";
import { cx } from "../cx.ts";
import { Icon } from "../Icon.tsx";
import type { DataColumn, Selection, SortState } from "./DataTable.tsx";

interface DataTableHeadProps<Row> {
  columns: readonly DataColumn<Row>[];
  sort: SortState | undefined;
  onSort: ((sort: SortState) => void) | undefined;
  selection: Selection | undefined;
  allKeys: readonly string[];
}

/** The heading row: stays in sight, sorts where the server can. */
export function DataTableHead<Row>({
  columns,
  sort,
  onSort,
  selection,
  allKeys,
}: DataTableHeadProps<Row>): ReactElement {
  const all = allKeys.length > 0 && selection !== undefined && allKeys.every((key) => selection.keys.has(key));
  return (
    <thead className="bg-sheet lg:sticky lg:top-12 lg:z-10 shadow-[0_1px_0_var(--color-ink)]">
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
          const sorted = sort?.key === column.key ? sort.direction : undefined;
          const right = column.align === "right";
          return (
            <th
              key={column.key}
              scope="col"
              style={column.width === undefined ? {} : { width: column.width }}
              {...(sorted === undefined ? {} : { "aria-sort": sorted === "asc" ? "ascending" : "descending" })}
              className={cx("px-3 py-1.5 text-sm font-medium whitespace-nowrap text-ink-2", right && "text-right")}
            >
              {column.sortable === true && onSort !== undefined ? (
                <button
                  type="button"
                  onClick={() => onSort({ key: column.key, direction: sorted === "asc" ? "desc" : "asc" })}
                  className={cx(
                    "inline-flex min-h-6 items-center gap-1 hover:text-accent",
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
