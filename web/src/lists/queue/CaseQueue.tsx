import { useEffect, useState, type ReactElement, type ReactNode } from "react";
import { useSearchParams } from "react-router";
import { Empty } from "../../kit/Empty.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Pager } from "../../kit/Pager.tsx";
import { Skeleton } from "../../kit/Skeleton.tsx";
import { ExportButton } from "../ExportButton.tsx";
import { ChooseAll } from "../ChooseAll.tsx";
import { SavedViews } from "../SavedViews.tsx";
import { inQueueOrder, type QueueItem } from "./queue-order.ts";
import { SortChoice, type SortChoices } from "../SortChoice.tsx";
import type { StaffList } from "../use-list.ts";
import { WorkQueue } from "./WorkQueue.tsx";

interface CaseQueueProps<Row, Sort extends string> {
  title: string;
  filters: ReactNode;
  list: StaffList<Row, Sort>;
  /** Sort options, the queue's default first. */
  orders: SortChoices<NoInfer<Sort>>;
  item: (row: Row) => QueueItem;
  /** 件, 笔, 条: what a row counts as. */
  unit: string;
  total?: number | undefined;
  emptyTitle: string;
  /** Next step for an empty queue. */
  emptyText: string;
  keys?: readonly (readonly [key: string, action: string])[];
  /** Prefetches the next case while this one is open. */
  readAhead?: (key: string) => void;
  /** Below the list, above the pager. */
  below?: ReactNode;
  /** Acts on the ticked cases; `onDone` keeps those ticked that were refused. Without it nothing can be ticked. */
  renderBulk?: (rows: readonly Row[], onDone: (left: ReadonlySet<string>) => void) => ReactNode;
  /** The open case; `done` opens the next one. The row is missing if the address names a case on a later page. */
  children: (key: string, row: Row | undefined, done: () => void) => ReactNode;
}

/** A work queue fed by a server list. The open case is in the address; after a decision the next one opens. */
export function CaseQueue<Row, Sort extends string>(props: CaseQueueProps<Row, Sort>): ReactElement {
  const { list } = props;
  const [search, setSearch] = useSearchParams();
  const ordered = list.sorting.sort !== props.orders[0]?.[0];
  const items = ordered ? list.rows.map(props.item) : inQueueOrder(list.rows.map(props.item));
  const current = search.get("case") ?? items[0]?.key ?? null;
  const index = items.findIndex((item) => item.key === current);
  const following = items[index + 1]?.key ?? items[index - 1]?.key ?? null;

  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const picked = list.rows.filter((row) => chosen.has(props.item(row).key));

  const { readAhead } = props;
  useEffect(() => {
    if (following !== null) readAhead?.(following);
  }, [following, readAhead]);

  function show(key: string | null): void {
    setSearch(
      (old) => {
        const made = new URLSearchParams(old);
        if (key === null) made.delete("case");
        else made.set("case", key);
        return made;
      },
      { replace: true, preventScrollReset: true },
    );
  }

  return (
    <WorkQueue
      title={props.title}
      filters={
        <>
          {props.filters}
          <div className="mt-4">
            <SavedViews />
          </div>
        </>
      }
      items={items}
      ordered={ordered}
      {...(props.renderBulk === undefined ? {} : { selection: { keys: chosen, onChange: setChosen } })}
      header={
        props.renderBulk !== undefined && picked.length > 0 ? (
          <span className="flex flex-wrap items-center gap-2">
            <span className="num font-medium">
              已选 {picked.length} {props.unit}
            </span>
            <ChooseAll
              keys={items.map(({ key }) => key)}
              chosen={chosen}
              total={props.total}
              unit={props.unit}
              hasMore={list.hasMore}
              isLoadingMore={list.isLoadingMore}
              onMore={list.onMore}
              onChoose={setChosen}
            />
            {props.renderBulk(picked, (left) => {
              setChosen(left);
              show(null);
            })}
          </span>
        ) : (
          <>
            <SortChoice className="min-w-0 flex-1" sorting={list.sorting} choices={props.orders} />
            <ExportButton target={list.exportTo} />
          </>
        )
      }
      current={current}
      onCurrent={show}
      busy={list.isPending || Boolean(list.error)}
      emptyTitle={props.emptyTitle}
      {...(props.keys === undefined ? {} : { keys: props.keys })}
      {...(items.length > 0 || props.below !== undefined
        ? {
            footer: (
              <>
                {props.below}
                {items.length > 0 && (
                  <Pager
                    shown={items.length}
                    total={props.total}
                    unit={props.unit}
                    hasMore={list.hasMore}
                    busy={list.isLoadingMore}
                    onMore={list.onMore}
                  />
                )}
              </>
            ),
          }
        : {})}
    >
      {list.error ? (
        <ErrorNotice error={list.error} onRetry={list.onRetry} />
      ) : current !== null ? (
        <OpenCase key={current} following={following} onShow={show}>
          {(done) =>
            props.children(
              current,
              list.rows.find((row) => props.item(row).key === current),
              done,
            )
          }
        </OpenCase>
      ) : list.isPending ? (
        <Skeleton lines={12} />
      ) : (
        <Empty title={props.emptyTitle}>{props.emptyText}</Empty>
      )}
    </WorkQueue>
  );
}

interface OpenCaseProps {
  following: string | null;
  onShow: (key: string | null) => void;
  children: (done: () => void) => ReactNode;
}

/** Remembers the next case on opening: once decided, a case is no longer in the list. */
function OpenCase({ following, onShow, children }: OpenCaseProps): ReactElement {
  const [next] = useState(following);
  return <>{children(() => onShow(next))}</>;
}
