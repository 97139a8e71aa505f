import type { ReactElement } from "react";
import { ASPECTS, type Aspect } from "./aspects.ts";

/** Stars for each side of a class: the number beside them, so that nobody has to count. */
export function StarFigures({ stars }: { stars: Record<Aspect, number> }): ReactElement {
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(8.5em,1fr))] gap-x-4 gap-y-2">
      {ASPECTS.map(({ key, title }) => (
        <div key={key}>
          <dt className="text-sm text-ink-3">{title}</dt>
          <dd className="whitespace-nowrap">
            <span className="num mr-1 text-xl font-semibold">{stars[key]}</span>
            <StarRow value={stars[key]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function StarRow({ value }: { value: number }): ReactElement {
  return (
    <span aria-hidden className="text-accent">
      {"★".repeat(Math.round(value))}
      <span className="text-line-strong">{"★".repeat(5 - Math.round(value))}</span>
    </span>
  );
}
