import { useEffect, useId, type KeyboardEvent, type ReactElement, type ReactNode } from "react";
import { cx } from "./cx.ts";

export interface Tab {
  key: string;
  title: ReactNode;
  /** Number of items behind the tab. */
  count?: number;
}

interface TabsProps {
  tabs: readonly Tab[];
  current: string;
  onChange: (key: string) => void;
  label: string;
  /** The panel of the current tab. */
  children?: ReactNode;
}

/** Tabs with arrow keys. The page keeps which one is current, best in the address. */
export function Tabs({ tabs, current, onChange, label, children }: TabsProps): ReactElement {
  const id = useId();
  // On a phone the current one may stand beyond the edge.
  useEffect(() => {
    const tab = document.getElementById(`${id}-${current}`);
    const strip = tab?.parentElement;
    if (tab && strip) strip.scrollLeft = tab.offsetLeft - strip.offsetLeft - (strip.clientWidth - tab.offsetWidth) / 2;
  }, [id, current]);
  function move(event: KeyboardEvent<HTMLDivElement>): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const index = tabs.findIndex((tab) => tab.key === current);
    const next = tabs[(index + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    onChange(next.key);
    document.getElementById(`${id}-${next.key}`)?.focus();
  }
  return (
    <div>
      <div
        role="tablist"
        aria-label={label}
        tabIndex={-1}
        onKeyDown={move}
        className="flex gap-x-6 overflow-x-auto border-b border-line px-0.5 pt-0.5"
      >
        {tabs.map((tab) => {
          const selected = tab.key === current;
          return (
            <button
              key={tab.key}
              id={`${id}-${tab.key}`}
              type="button"
              role="tab"
              aria-selected={selected}
              tabIndex={selected ? 0 : -1}
              onClick={() => onChange(tab.key)}
              className={cx(
                "-mb-px min-h-(--touch) min-w-(--touch) shrink-0 outline-offset-[-3px] border-b-2 py-1.5 whitespace-nowrap",
                selected ? "border-accent font-semibold text-ink" : "border-transparent text-ink-2 hover:text-ink",
              )}
            >
              {tab.title}
              {tab.count !== undefined && (
                <span className="num ml-1.5 text-sm font-normal text-ink-3">{tab.count}</span>
              )}
            </button>
          );
        })}
      </div>
      {children !== undefined && (
        <div role="tabpanel" aria-labelledby={`${id}-${current}`} className="pt-4">
          {children}
        </div>
      )}
    </div>
  );
}
