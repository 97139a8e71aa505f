import { memo, type ReactElement } from "react";
import type { DataColumn } from "./column.ts";
import { DataTableRow } from "./DataTableRow.tsx";

const BLOCK = 100;

interface Block<Row> {
  /** Place of its first row in the list. */
  from: number;
  rows: readonly Row[];
}

const blocksOf = new WeakMap<readonly unknown[], Block<unknown>[]>();

/** A list's rows in blocks, the same ones for the same list. */
export function inBlocks<Row>(rows: readonly Row[]): readonly Block<Row>[] {
  let blocks = blocksOf.get(rows) as Block<Row>[] | undefined;
  if (blocks === undefined) {
    blocks = [];
    for (let from = 0; from < rows.length; from += BLOCK) blocks.push({ from, rows: rows.slice(from, from + BLOCK) });
    blocksOf.set(rows, blocks);
  }
  return blocks;
}

interface DataTableRowsProps<Row> extends Block<Row> {
  /** The table's. */
  id: string;
  rowKey: (row: Row) => string;
  columns: readonly DataColumn<Row, string>[];
  href: ((row: Row) => string) | undefined;
  /** Place in the list of the chosen row; −1 if it isn't among these. */
  chosen: number;
  selected: ReadonlySet<string> | undefined;
  /** With Shift held, from the row ticked before. */
  onToggle: (row: Row, shift: boolean) => void;
}

function Rows<Row>(props: DataTableRowsProps<Row>): ReactElement {
  return (
    <>
      {props.rows.map((row, n) => {
        const key = props.rowKey(row);
        return (
          <DataTableRow
            key={key}
            id={`${props.id}-row-${props.from + n}`}
            row={row}
            rowKey={key}
            columns={props.columns}
            chosen={props.from + n === props.chosen}
            href={props.href?.(row)}
            selected={props.selected?.has(key)}
            onToggle={props.onToggle}
          />
        );
      })}
    </>
  );
}

/** Some rows of a table. Among five thousand, a key or a tick draws only the rows it changes: blocks spare even the comparing. */
export const DataTableRows = memo(Rows, isDrawn) as typeof Rows;

function isDrawn<Row>(before: DataTableRowsProps<Row>, after: DataTableRowsProps<Row>): boolean {
  const { selected: old, ...rest } = before;
  const { selected, ...given } = after;
  const same = (Object.keys(given) as (keyof typeof given)[]).every((name) => given[name] === rest[name]);
  if (!same || (old === undefined) !== (selected === undefined)) return false;
  return (
    old === selected ||
    after.rows.every((row) => {
      const key = after.rowKey(row);
      return old?.has(key) === selected?.has(key);
    })
  );
}
