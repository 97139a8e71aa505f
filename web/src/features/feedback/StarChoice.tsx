import { useId, type ReactElement } from "react";
import { cx } from "../../kit/cx.ts";

const WORDS = ["很不好", "不太好", "一般", "好", "很好"] as const;

/** One to five stars, each a target of a finger's size. Put it into `<Field group>`. */
export function StarChoice({ value, onChange }: { value: number; onChange: (value: number) => void }): ReactElement {
  const name = useId();
  return (
    <div className="flex flex-wrap items-center gap-x-1">
      {WORDS.map((word, at) => {
        const stars = at + 1;
        return (
          <label
            key={word}
            className="grid size-(--touch) cursor-pointer place-items-center rounded-md text-3xl leading-none focus-within:outline-3 focus-within:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={stars}
              checked={stars === value}
              aria-label={`${stars} 颗星，${word}`}
              className="sr-only"
              onChange={() => onChange(stars)}
            />
            <span aria-hidden className={cx(stars <= value ? "text-accent" : "text-ink-3")}>
              {stars <= value ? "★" : "☆"}
            </span>
          </label>
        );
      })}
      <span className="ml-2 text-ink-2">{WORDS[value - 1] ?? ""}</span>
    </div>
  );
}
