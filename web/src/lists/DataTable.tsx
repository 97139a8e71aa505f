import { useDeferredValue, useMemo, useState, type ReactElement, type ReactNode } from "react";
import { useNavigate } from "react-router";
import { cx } from "../kit/cx.ts";
import { Empty } from "../kit/Empty.tsx";
import { ErrorNotice } from "../kit/ErrorNotice.tsx";
import { Pager } from "../kit/Pager.tsx";
import { Skeleton } from "../kit/Skeleton.tsx";
import { ranged, toggled } from "./choose-rows.ts";
import { ChooseAll } from "./ChooseAll.tsx";
import { ColumnChoice } from "./ColumnChoice.tsx";
import { DataTableFoot } from "./DataTableFoot.tsx";
import { DataTableHead } from "./DataTableHead.tsx";
import { DataTableRows, inBlocks } from "./DataTableRows.tsx";
import { ExportButton, type ExportTarget } from "./ExportButton.tsx";
import { phoneTable } from "./phone-cell.ts";
import { PhoneSort } from "./PhoneSort.tsx";
import { SavedViews } from "./SavedViews.tsx";
import { useColumns } from "./use-columns.ts";
import { useLatest } from "./use-latest.ts";
import { useHotkeys } from "../kit/staff/use-hotkeys.ts";
import type { Sorting } from "./use-sort.ts";
import type { DataColumn, Selection } from "./column.ts";

export interface DataTableProps<Row, Sort extends string = never> {
  /** Storage key of the column choice. */
  id: string;
  caption: string;
  columns: readonly DataColumn<Row, NoInfer<Sort>>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Opens a row: click, or Enter on the chosen row. */
  href?: (row: Row) => string;
  /** Current sort, from `useSort`. */
  sorting?: Sorting<Sort>;
  /** Search box and filters, on the left of the toolbar. */
  filters?: ReactNode;
  /** False for a table under the main one of its page: the address is that one's. */
  views?: boolean;
  selection?: Selection;
  /** Actions on the selected rows. */
  selectionActions?: ReactNode;
  exportTo?: ExportTarget;
  /** Totals of the whole list by column, below the rows. */
  totals?: Readonly<Record<string, ReactNode>>;
  /** 人次, 笔, 期: what a row counts as. */
  unit: string;
  total?: number | undefined;
  hasMore?: boolean;
  onMore?: () => void;
  isLoadingMore?: boolean;
  isPending?: boolean;
  error?: unknown;
  onRetry?: () => void;
  /** Text for an empty list: the next step. */
  empty?: ReactNode;
}

/**
 * A dense table fed by cursor: server-side sort and filters, chosen columns, Excel export, `j`/`k` and Enter. Rows follow a render of
 * the page after it: with thousands of them a key is answered first.
 */
export function DataTable<Row, Sort extends string = never>(props: DataTableProps<Row, Sort>): ReactElement {
  const { rows, rowKey, href, selection } = props;
  const columns = useColumns(props.id, props.columns);
  const keys = useMemo(() => rows.map(rowKey), [rows, rowKey]);
  const followed = useDeferredValue(rows);
  const drawn = {
    // The first rows come with what tells of them.
    blocks: inBlocks(followed.length === 0 ? rows : followed),
    rowKey: useDeferredValue(rowKey),
    columns: useDeferredValue(columns.visible),
    href: useDeferredValue(href),
  };
  const [chosen, setChosen] = useState(-1);
  const [ticked, setTicked] = useState<string | null>(null);
  const navigate = useNavigate();

  function move(step: number): void {
    const next = Math.max(0, Math.min(rows.length - 1, chosen + step));
    setChosen(next);
    document.getElementById(`${props.id}-row-${next}`)?.scrollIntoView({ block: "nearest" });
  }
  function open(row: Row | undefined): void {
    if (row !== undefined && href !== undefined) void navigate(href(row));
  }
  function toggle(row: Row | undefined): void {
    if (row === undefined || selection === undefined) return;
    setTicked(rowKey(row));
    selection.onChange(toggled(selection.keys, rowKey(row)));
  }
  /** From the row ticked last to this one. */
  function range(row: Row | undefined): void {
    if (row === undefined || selection === undefined) return;
    setTicked(rowKey(row));
    selection.onChange(ranged(selection.keys, keys, ticked, rowKey(row)));
  }

  const onToggle = useLatest((row: Row, shift: boolean) => (shift ? range : toggle)(row));

  useHotkeys({
    j: () => move(1),
    k: () => move(-1),
    Enter: () => open(rows[chosen]),
    x: selection === undefined ? undefined : (event) => (event.shiftKey ? range : toggle)(rows[chosen]),
  });

  return (
    <div className="rounded-md border border-line bg-sheet">
      <div data-print="hide" className="flex flex-wrap items-center gap-2 border-b border-line px-3 py-2">
        {selection !== undefined && selection.keys.size > 0 ? (
          <>
            <span className="num font-medium">
              已选 {selection.keys.size} {props.unit}
            </span>
            <ChooseAll
              keys={keys}
              chosen={selection.keys}
              total={props.total}
              unit={props.unit}
              hasMore={props.hasMore === true}
              isLoadingMore={props.isLoadingMore === true}
              onMore={() => props.onMore?.()}
              onChoose={selection.onChange}
            />
            {props.selectionActions}
          </>
        ) : (
          props.filters
        )}
        {props.sorting !== undefined && (
          <span className="w-full sm:hidden">
            <PhoneSort columns={props.columns} sorting={props.sorting} />
          </span>
        )}
        <span className="ml-auto flex flex-wrap justify-end gap-2">
          {props.views !== false && props.filters !== undefined && props.sorting !== undefined && <SavedViews />}
          <ColumnChoice columns={props.columns} shown={columns.shown} onChange={columns.setShown} />
          {props.exportTo !== undefined && <ExportButton target={props.exportTo} />}
        </span>
      </div>
      {Boolean(props.error) && (
        <div className="p-3">
          <ErrorNotice error={props.error} {...(props.onRetry === undefined ? {} : { onRetry: props.onRetry })} />
        </div>
      )}
      {/* A horizontally scrolling region must be focusable by keyboard. */}
      <div role="region" aria-label={props.caption} tabIndex={0} className="overflow-x-auto lg:overflow-visible">
        <table className={cx("w-full border-collapse text-left sm:max-lg:whitespace-nowrap", phoneTable)}>
          <caption className="sr-only">{props.caption}</caption>
          <DataTableHead columns={columns.visible} sorting={props.sorting} selection={selection} allKeys={keys} />
          <tbody className={phoneTable}>
            {drawn.blocks.map(({ from, rows: some }) => (
              <DataTableRows
                key={from}
                id={props.id}
                from={from}
                rows={some}
                rowKey={drawn.rowKey}
                columns={drawn.columns}
                href={drawn.href}
                chosen={chosen >= from && chosen < from + some.length ? chosen : -1}
                selected={selection?.keys}
                onToggle={onToggle}
              />
            ))}
          </tbody>
          {props.totals !== undefined && Object.keys(props.totals).length > 0 && rows.length > 0 && (
            <DataTableFoot columns={columns.visible} totals={props.totals} selectable={selection !== undefined} />
          )}
        </table>
      </div>
      {rows.length === 0 && !props.error && (
        <div className="p-4">
          {props.isPending === true ? (
            <Skeleton lines={6} />
          ) : (
            (props.empty ?? <Empty title="没有符合条件的记录">放宽筛选条件再看看。</Empty>)
          )}
        </div>
      )}
      {rows.length > 0 && (
        <div className="px-3">
          <Pager
            shown={rows.length}
            total={props.total}
            unit={props.unit}
            hasMore={props.hasMore === true}
            busy={props.isLoadingMore === true}
            onMore={() => props.onMore?.()}
          />
        </div>
      )}
    </div>
  );
}
