import { useDocumentTitle } from "../../kit/use-document-title.ts";
import { useEffect, useRef, useState, type ReactElement, type ReactNode } from "react";
import { cx } from "../../kit/cx.ts";
import { Kbd } from "../../kit/staff/Kbd.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { ranged, toggled } from "../choose-rows.ts";
import type { Selection } from "../column.ts";
import { inQueueOrder, type QueueItem } from "./queue-order.ts";
import { useHotkeys } from "../../kit/staff/use-hotkeys.ts";

interface WorkQueueProps {
  /** The page's heading, for readers and the browser's title; the navigation shows it already. */
  title: string;
  /** Left: the filters. */
  filters: ReactNode;
  items: readonly QueueItem[];
  /** Items are in a chosen order; by default overdue ones come first. */
  ordered?: boolean;
  /** Above the list: sort and export. */
  header?: ReactNode;
  /** Key of the open case, best stored in the address. */
  current: string | null;
  onCurrent: (key: string) => void;
  /** The ticked cases, where several can be acted on at once. */
  selection?: Selection;
  /** Right: the open case. Actions inside it declare their own keys with `useHotkeys`. */
  children: ReactNode;
  /** Below the list: the pager. */
  footer?: ReactNode;
  /** Next step for an empty queue. */
  emptyTitle: string;
  /** Keys the case panel adds, shown at the foot of the list: `[["p", "通过"]]`. */
  keys?: readonly (readonly [key: string, action: string])[];
  busy?: boolean;
}

/** A clerk's work queue: filters, cases with overdue ones first, and the open case beside them. `j`/`k` move, `Enter` opens. */
export function WorkQueue(props: WorkQueueProps): ReactElement {
  const { current, onCurrent, selection } = props;
  const items = props.ordered === true ? props.items : inQueueOrder(props.items);
  useDocumentTitle(props.title);
  const panel = useRef<HTMLElement>(null);
  const list = useRef<HTMLUListElement>(null);
  // A key may be pressed again before the case it asked for is drawn.
  const asked = useRef(current);
  useEffect(() => {
    asked.current = current;
  }, [current]);
  const [ticked, setTicked] = useState<string | null>(null);
  const keys = items.map(({ key }) => key);
  const all = keys.length > 0 && keys.every((key) => selection?.keys.has(key) === true);

  /** Ticks one case, or with Shift all from the one ticked last. */
  function tick(key: string, withShift: boolean): void {
    if (selection === undefined) return;
    setTicked(key);
    selection.onChange(withShift ? ranged(selection.keys, keys, ticked, key) : toggled(selection.keys, key));
  }
  function move(step: number): void {
    const index = items.findIndex((item) => item.key === asked.current);
    const next = items[Math.max(0, Math.min(items.length - 1, index + step))];
    if (next === undefined) return;
    asked.current = next.key;
    onCurrent(next.key);
  }

  useHotkeys({ j: () => move(1), k: () => move(-1), Enter: () => panel.current?.focus() });

  useEffect(() => {
    // The next case is scrolled to its top. With the case below the list on a small screen, scrolling to the row would leave the
    // case.
    if (matchMedia("(max-width: 1023px)").matches) {
      if ((panel.current?.getBoundingClientRect().top ?? 0) < 0) panel.current?.scrollIntoView();
      return;
    }
    scrollTo({ top: 0 });
    if (current !== null) list.current?.querySelector("[aria-current=true]")?.scrollIntoView({ block: "nearest" });
  }, [current]);

  function open(key: string): void {
    onCurrent(key);
    // On narrow screens the case is below the list: scroll to it.
    if (matchMedia("(max-width: 1023px)").matches) panel.current?.scrollIntoView();
  }

  return (
    <div className="relative grid min-h-[calc(100vh-48px)] grid-cols-1 max-lg:content-start lg:max-xl:grid-rows-[auto_1fr] lg:grid-cols-[20rem_1fr] xl:grid-cols-[11.5rem_21rem_1fr]">
      <h1 className="sr-only">{props.title}</h1>
      <div className="border-line p-4 max-xl:border-b lg:max-xl:col-span-full xl:border-r">{props.filters}</div>
      <div className="flex min-h-0 flex-col border-line lg:sticky lg:top-12 lg:h-[calc(100vh-48px)] lg:border-r">
        {props.header !== undefined && (
          <div className="flex items-center gap-2 border-b border-line px-4 py-2">
            {selection !== undefined && items.length > 0 && (
              <span className="-ml-4">
                <Tick label="全选" checked={all} onTick={() => selection.onChange(new Set(all ? [] : keys))} />
              </span>
            )}
            {props.header}
          </div>
        )}
        {items.length === 0 && props.busy !== true ? (
          <p className="px-4 py-6 text-center text-ink-3">{props.emptyTitle}</p>
        ) : (
          <ul ref={list} aria-label="待办" aria-busy={props.busy === true} className="min-h-0 flex-1 overflow-y-auto">
            {items.map((item) => (
              <li key={item.key} className={cx(selection !== undefined && "flex items-stretch border-b border-line")}>
                {selection !== undefined && (
                  <Tick
                    label={`选择 ${item.title}`}
                    checked={selection.keys.has(item.key)}
                    onTick={(withShift) => tick(item.key, withShift)}
                  />
                )}
                <QueueRow
                  item={item}
                  current={item.key === current}
                  ruled={selection === undefined}
                  onOpen={() => open(item.key)}
                />
              </li>
            ))}
          </ul>
        )}
        {props.footer !== undefined && (
          <div className={cx("border-t border-line px-4", items.length === 0 && "pb-3")}>{props.footer}</div>
        )}
        <p className="hidden flex-wrap gap-x-3 gap-y-1 border-t border-line px-4 py-2 text-xs text-ink-2 lg:flex">
          {[["j", "下一件"], ["k", "上一件"], ["Enter", "到右侧"], ...(props.keys ?? [])].map(([key = "", action]) => (
            <span key={key} className="whitespace-nowrap">
              <Kbd>{key}</Kbd> {action}
            </span>
          ))}
        </p>
      </div>
      <section
        ref={panel}
        tabIndex={-1}
        aria-label="办理"
        className="min-w-0 scroll-mt-12 bg-sheet p-4 outline-offset-[-3px] lg:p-6"
      >
        {props.children}
      </section>
    </div>
  );
}

interface TickProps {
  label: string;
  checked: boolean;
  onTick: (withShift: boolean) => void;
}

function Tick({ label, checked, onTick }: TickProps): ReactElement {
  return (
    <label className="grid min-h-8 w-9 shrink-0 cursor-pointer place-items-center max-lg:min-h-11 max-lg:w-11">
      <input
        type="checkbox"
        aria-label={label}
        className="size-4 accent-accent"
        checked={checked}
        onChange={(event) => onTick((event.nativeEvent as MouseEvent).shiftKey)}
      />
    </label>
  );
}

interface QueueRowProps {
  item: QueueItem;
  current: boolean;
  /** A line below: drawn by the list where a box stands beside the row. */
  ruled: boolean;
  onOpen: () => void;
}

function QueueRow({ item, current, ruled, onOpen }: QueueRowProps): ReactElement {
  return (
    <button
      type="button"
      aria-current={current}
      onClick={onOpen}
      className={cx(
        "block w-full min-w-0 border-l-3 px-4 py-2.5 text-left outline-offset-[-3px]",
        ruled && "border-b border-b-line",
        current ? "border-l-accent bg-sheet" : "border-l-transparent hover:bg-paper-deep",
      )}
    >
      <span className="flex items-baseline justify-between gap-3">
        <span className="font-semibold">{item.title}</span>
        {item.aside !== undefined && <span className="num shrink-0">{item.aside}</span>}
      </span>
      <span className="flex items-baseline justify-between gap-3 text-sm text-ink-2">
        <span className="min-w-0">{item.detail}</span>
        {item.flag !== undefined && <StatusMark kind="refused">{item.flag}</StatusMark>}
      </span>
      <span className="num mt-0.5 flex items-baseline justify-between gap-3 text-sm text-ink-3">
        <span>{item.who}</span>
        {item.overdueDays > 0 ? (
          <StatusMark kind="late">{`超期 ${item.overdueDays} 个工作日`}</StatusMark>
        ) : (
          <span className="whitespace-nowrap">{item.due === null ? "" : `${item.due} 前办`}</span>
        )}
      </span>
    </button>
  );
}
