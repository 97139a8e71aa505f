import type { ReactElement, ReactNode } from "react";
import { cx } from "../kit/cx.ts";
import { phoneCell, phoneRow, phoneTable } from "./phone-cell.ts";
import type { DataColumn } from "./column.ts";

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
    <tfoot className={phoneTable}>
      <tr className={cx("border-t-2 border-b border-t-ink border-b-line font-semibold", phoneRow)}>
        {selectable && <td className="max-sm:hidden" />}
        {columns.map((column, index) => (
          <td
            key={column.key}
            data-title={index === 0 && totals[column.key] === undefined ? "" : column.title}
            className={cx(
              "px-3 py-1.5 align-baseline",
              column.align === "right" && "num text-right",
              phoneCell,
              index === 0
                ? "max-sm:justify-start max-sm:before:hidden"
                : totals[column.key] === undefined && "max-sm:hidden",
            )}
          >
            {totals[column.key] ?? (index === 0 ? "合计" : "")}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
