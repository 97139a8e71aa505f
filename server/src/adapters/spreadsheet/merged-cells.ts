import type { CellValue } from "hucre";
import type { RawRow } from "./raw-rows.ts";
import type { SheetLayout } from "./workbook.ts";

/**
 * Rows with the value of cells merged over several rows in each of them, as a person reads them; the library gives it to the first
 * only. A cell merged over several columns stays in the first.
 */
export function mergedRows(layout: SheetLayout): (rowIndex: number, values: readonly CellValue[]) => RawRow {
  const down = layout.merges.filter((merge) => merge.lastRow > merge.firstRow);
  const starting = Map.groupBy(down, (merge) => merge.firstRow);
  const wide = new Set(layout.merges.filter((merge) => merge.lastColumn > merge.firstColumn).map((m) => m.firstRow));
  /** Merges that the rows read so far have entered, by column. */
  const open = new Map<number, { lastRow: number; value: CellValue }>();
  const starts = [...starting.keys()].toSorted((a, b) => a - b);
  let next = 0;
  return (rowIndex, stored) => {
    let values = stored;
    const filled = new Set<number>();
    for (const [column, merge] of open) {
      if (merge.lastRow < rowIndex) open.delete(column);
      else if (values[column] === null || values[column] === undefined || values[column] === "") {
        if (filled.size === 0) values = [...values];
        const copy = values as CellValue[];
        while (copy.length <= column) copy.push(null);
        copy[column] = merge.value;
        filled.add(column);
      }
    }
    for (let start = starts[next]; start !== undefined && start <= rowIndex; start = starts[++next])
      if (start === rowIndex)
        for (const merge of starting.get(start) ?? [])
          open.set(merge.firstColumn, { lastRow: merge.lastRow, value: stored[merge.firstColumn] ?? null });
    return {
      rowNumber: rowIndex + 1,
      values,
      ...(filled.size > 0 ? { filled } : {}),
      ...(layout.hiddenRows.has(rowIndex) ? { hidden: true } : {}),
      ...(wide.has(rowIndex) ? { grouped: true } : {}),
    };
  };
}
