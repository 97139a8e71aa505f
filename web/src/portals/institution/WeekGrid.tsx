import type { ReactElement } from "react";
import { cx } from "../../kit/cx.ts";
import { daysAfter, today, weekdayOf } from "../../kit/today.ts";
import { hoursOfWeek, minuteOf, placeDay, type WeekEntry } from "./week-layout.ts";

interface WeekGridProps {
  /** The Monday. */
  from: string;
  entries: readonly WeekEntry[];
  onOpen: (entry: WeekEntry) => void;
  label: string;
}

const HOUR = 46;

/** A week: days across, the clock down; on a phone the days one below the other. */
export function WeekGrid({ from, entries, onOpen, label }: WeekGridProps): ReactElement {
  const days = Array.from({ length: 7 }, (_, index) => daysAfter(from, index));
  const { first, last } = hoursOfWeek(entries);
  const hours = Array.from({ length: last - first }, (_, index) => first + index);
  const now = today();
  return (
    <div aria-label={label} role="group">
      <div className="hidden overflow-hidden rounded-md border border-line bg-sheet md:block">
        <div className="grid grid-cols-[3rem_repeat(7,minmax(0,1fr))]">
          <span />
          {days.map((day) => (
            <p
              key={day}
              className={cx(
                "num border-b border-l border-line px-2 py-1.5",
                day === now ? "bg-accent-soft font-semibold text-accent" : "text-ink-2",
              )}
            >
              {weekdayOf(day)} <span className="text-sm">{day.slice(5)}</span>
              {day === now && <span className="ml-1 text-sm">今天</span>}
            </p>
          ))}
          <div className="relative" style={{ height: `${hours.length * HOUR}px` }}>
            {hours.map((hour, index) => (
              <span
                key={hour}
                className="num absolute right-1.5 text-xs text-ink-3"
                style={{ top: `${index * HOUR + 2}px` }}
              >
                {hour}:00
              </span>
            ))}
          </div>
          {days.map((day) => (
            <ul key={day} className="relative border-l border-line" style={{ height: `${hours.length * HOUR}px` }}>
              {hours.slice(1).map((hour, index) => (
                <li
                  key={hour}
                  aria-hidden
                  className="absolute inset-x-0 border-t border-line"
                  style={{ top: `${(index + 1) * HOUR}px` }}
                />
              ))}
              {placeDay(entries.filter((entry) => entry.date === day)).map(({ entry, lane, lanes }) => (
                <li
                  key={entry.id}
                  className="absolute p-px"
                  style={{
                    top: `${((minuteOf(entry.from) - first * 60) / 60) * HOUR}px`,
                    height: `${((minuteOf(entry.to) - minuteOf(entry.from)) / 60) * HOUR}px`,
                    left: `${(lane / lanes) * 100}%`,
                    width: `${100 / lanes}%`,
                  }}
                >
                  <Block entry={entry} onOpen={onOpen} />
                </li>
              ))}
            </ul>
          ))}
        </div>
      </div>
      <ol className="grid gap-3 md:hidden">
        {days
          .filter((day) => entries.some((entry) => entry.date === day))
          .map((day) => (
            <li key={day}>
              <p className={cx("num mb-1 font-medium", day === now && "text-accent")}>
                {weekdayOf(day)} {day.slice(5)}
                {day === now && "　今天"}
              </p>
              <ul className="grid gap-1.5">
                {entries
                  .filter((entry) => entry.date === day)
                  .map((entry) => (
                    <li key={entry.id}>
                      <Block entry={entry} onOpen={onOpen} wide />
                    </li>
                  ))}
              </ul>
            </li>
          ))}
      </ol>
    </div>
  );
}

function Block({
  entry,
  onOpen,
  wide = false,
}: {
  entry: WeekEntry;
  onOpen: (entry: WeekEntry) => void;
  wide?: boolean;
}): ReactElement {
  return (
    <button
      type="button"
      onClick={() => onOpen(entry)}
      title={[`${entry.from}–${entry.to}`, entry.title, ...entry.lines].join("\n")}
      className={cx(
        "flex h-full w-full flex-col overflow-hidden rounded-sm border-l-3 px-1.5 py-0.5 text-left text-xs leading-snug hover:outline-2 hover:outline-accent",
        wide && "min-h-11 text-sm",
        entry.off === true
          ? "border-l-line-strong bg-paper text-ink-3 line-through"
          : entry.tone === "strong"
            ? "border-l-line-strong bg-paper-deep text-ink"
            : "border-l-accent bg-accent-soft text-ink",
      )}
    >
      <span className="num block font-medium">
        {entry.from}
        {wide && `–${entry.to}`} {entry.title}
      </span>
      {entry.lines.map((line) => (
        <span key={line} className="block text-ink-2">
          {line}
        </span>
      ))}
    </button>
  );
}
