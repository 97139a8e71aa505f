import type { ReactElement } from "react";
import { cx } from "../cx.ts";

export interface FilterOption {
  key: string;
  title: string;
  count?: number;
}

interface FilterListProps {
  title: string;
  options: readonly FilterOption[];
  value: string;
  onChange: (key: string) => void;
}

/** One filter of a queue: options with their counts. */
export function FilterList({ title, options, value, onChange }: FilterListProps): ReactElement {
  return (
    <fieldset className="mb-4 last:mb-0">
      <legend className="mb-1 text-xs text-ink-3">{title}</legend>
      <div className="flex flex-wrap gap-x-1 xl:flex-col">
        {options.map((option) => (
          <button
            key={option.key}
            type="button"
            aria-pressed={option.key === value}
            onClick={() => onChange(option.key)}
            className={cx(
              "flex min-h-7 items-center justify-between gap-3 rounded-md px-2 text-left",
              option.key === value ? "bg-accent-soft font-semibold text-accent" : "hover:bg-paper-deep",
            )}
          >
            {option.title}
            {option.count !== undefined && <span className="num text-sm font-normal text-ink-3">{option.count}</span>}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
