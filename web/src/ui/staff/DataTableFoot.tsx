import type { ReactElement, ReactNode } from "react";
import { cx } from "../cx.ts";
import type { DataColumn } from "./DataTable.tsx";

interface DataTableFootProps<Row, Sort extends string> {
  columns: readonly DataColumn<Row, Sort>[];
  totals: Readonly<Record<string, ReactNode>>;
  selectable: boolean;
}

/** The row of sums, ruled off like a ledger's. */
export function DataTableFoot<Row, Sort extends string>({
  columns,
  totals,
  selectable,
}: DataTableFootProps<Row, Sort>): ReactElement {
  return (
    <tfoot>
      <tr className="border-t-2 border-b border-t-ink border-b-line font-semibold">
        {selectable && <td />}
        {columns.map((column, index) => (
          <td
            key={column.key}
            className={cx("px-3 py-1.5 align-baseline", column.align === "right" && "num text-right")}
          >
            {totals[column.key] ?? (index === 0 ? "合计" : "")}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
