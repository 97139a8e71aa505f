import { memo, type ReactElement } from "react";
import { Link } from "react-router";
import { cx } from "../kit/cx.ts";
import { phoneCell, phoneRow } from "./phone-cell.ts";
import type { DataColumn } from "./column.ts";

interface DataTableRowProps<Row> {
  id: string;
  row: Row;
  rowKey: string;
  columns: readonly DataColumn<Row, string>[];
  chosen: boolean;
  href: string | undefined;
  selected: boolean | undefined;
  /** With Shift held, from the row ticked before. */
  onToggle: (row: Row, shift: boolean) => void;
}

function DrawnRow<Row>(props: DataTableRowProps<Row>): ReactElement {
  const { row, columns, href, selected } = props;
  return (
    <tr
      id={props.id}
      className={cx(
        "border-b border-line last:border-b-0",
        phoneRow,
        selected === true ? "bg-accent-soft" : "hover:bg-paper",
        props.chosen && "outline-2 outline-offset-[-2px] outline-accent",
      )}
    >
      {selected !== undefined && (
        <td data-title="选择" className={cx("w-9 px-3 py-1.5", phoneCell)}>
          <input
            type="checkbox"
            aria-label={`选择 ${props.rowKey}`}
            checked={selected}
            className="block size-4 accent-accent"
            onChange={(event) => props.onToggle(row, (event.nativeEvent as MouseEvent).shiftKey)}
          />
        </td>
      )}
      {columns.map((column, index) => (
        <td
          key={column.key}
          data-title={column.title}
          className={cx(
            "px-3 py-1.5 align-baseline [&_.num]:whitespace-nowrap",
            column.align === "right" && "num text-right",
            phoneCell,
            // Without an action or text, the label is omitted on a phone.
            "max-sm:empty:hidden max-sm:has-[>span:only-child:empty]:hidden",
            index === 0 && "max-sm:font-semibold",
          )}
        >
          {index === 0 && href !== undefined ? (
            <Link to={href} className="font-medium text-accent underline-offset-4 hover:underline">
              {column.render(row)}
            </Link>
          ) : (
            column.render(row)
          )}
        </td>
      ))}
    </tr>
  );
}

/** One row; its first cell is the link. Drawn again only when it changes itself. */
export const DataTableRow = memo(DrawnRow) as typeof DrawnRow;
