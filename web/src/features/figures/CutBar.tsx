import type { ReactElement, ReactNode } from "react";
import { cx } from "../../kit/cx.ts";
import { DateBox } from "../../kit/staff/DateBox.tsx";
import { Select } from "../../kit/Select.tsx";
import { cuts, hasSource, type Cut } from "./measures.ts";
import type { Question, useQuestion } from "./use-question.ts";

/** Chooses split, second split and period of a figure. */
export function CutBar({
  question,
  onChange,
  children,
}: {
  question: Question;
  /** The conditions, beside the days. */
  children: ReactNode;
  onChange: ReturnType<typeof useQuestion>[1];
}): ReactElement {
  const offered = (Object.keys(cuts) as Exclude<Cut, "none">[]).filter(
    (cut) => cut !== "source" || hasSource(question.measure),
  );
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
      <fieldset className="min-w-0 basis-full">
        <legend className="mb-1 text-sm text-ink-3">按什么看</legend>
        <div className="flex flex-wrap gap-1">
          {offered.map((cut) => (
            <button
              key={cut}
              type="button"
              aria-pressed={cut === question.by}
              onClick={() => onChange({ by: cut, ...(question.split === cut ? { split: "" } : {}) })}
              className={cx(
                "min-h-8 rounded-md border px-2.5",
                cut === question.by
                  ? "border-accent bg-accent font-medium text-on-accent"
                  : "border-line bg-sheet text-ink-2 hover:border-accent hover:text-accent",
              )}
            >
              {cuts[cut]}
            </button>
          ))}
        </div>
      </fieldset>
      {/* oxlint-disable-next-line jsx-a11y/label-has-associated-control -- Select is the control */}
      <label className="block">
        <span className="mb-1 block text-sm text-ink-3">再分成</span>
        <Select
          className="w-36"
          value={question.split === "none" ? "" : question.split}
          placeholder="不再分"
          onChange={(split) => onChange({ split })}
          choices={offered
            .filter((cut) => cut !== question.by)
            .map((cut) => ({ value: cut as string, label: cuts[cut] }))}
        />
      </label>
      <fieldset>
        <legend className="mb-1 text-sm text-ink-3">日期</legend>
        <span className="flex items-center gap-1.5">
          <span className="w-36">
            <DateBox aria-label="日期从" value={question.filter.from ?? ""} onChange={(from) => onChange({ from })} />
          </span>
          至
          <span className="w-36">
            <DateBox aria-label="日期到" value={question.filter.to ?? ""} onChange={(to) => onChange({ to })} />
          </span>
        </span>
      </fieldset>
      {children}
    </div>
  );
}
