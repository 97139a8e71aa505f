import type { ReactElement } from "react";
import { Link } from "react-router";
import { formatNumber, formatYuan } from "../../kit/format.ts";
import { Icon } from "../../kit/Icon.tsx";

export interface HomeFigure {
  code: string;
  label: string;
  value: number;
  unit: string;
}

/** Key amounts of a home page in one line; each links to its claims. */
export function MoneyStrip({
  figures,
  hrefOf,
}: {
  figures: readonly HomeFigure[];
  hrefOf: (code: string) => string;
}): ReactElement {
  return (
    <dl className="grid grid-cols-2 overflow-hidden rounded-md border border-line bg-line gap-px md:grid-cols-3 xl:grid-cols-[repeat(auto-fit,minmax(0,1fr))] xl:grid-flow-col">
      {figures.map((figure) => (
        <div
          key={figure.code}
          className="relative bg-sheet px-3 py-3 sm:px-4 hover:bg-accent-soft max-md:last:odd:col-span-2"
        >
          <dt className="text-sm text-ink-2">
            <Link to={hrefOf(figure.code)} className="after:absolute after:inset-0">
              {figure.label}
            </Link>
          </dt>
          <dd className="num mt-0.5 flex flex-wrap items-baseline gap-x-1">
            <span className="text-xl font-semibold tracking-tight whitespace-nowrap sm:text-2xl">
              {figure.unit === "元" ? formatYuan(figure.value) : formatNumber(figure.value)}
            </span>
            <span className="text-sm text-ink-2">{figure.unit}</span>
            <Icon name="right" size="0.9em" className="ml-auto self-center text-ink-3" />
          </dd>
        </div>
      ))}
    </dl>
  );
}
