import { useState, type ReactElement } from "react";
import { Button } from "./Button.tsx";
import { formatNumber, formatShort } from "./format.ts";

export interface Bar {
  label: string;
  value: number;
  /** Link to the rows behind the figure. */
  href?: string;
  /** Draws attention to one bar. */
  mark?: boolean;
}

interface BarsProps {
  bars: readonly Bar[];
  unit: string;
  caption: string;
  /** Turns a value into words; by default a number in 万 with the exact one on hover. */
  format?: (value: number) => string;
}

/** Horizontal bars from zero with their numbers, and the same as a table. Light enough for a phone. */
export function Bars({ bars, unit, caption, format = formatShort }: BarsProps): ReactElement {
  const [asTable, setAsTable] = useState(false);
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <figure>
      <figcaption className="mb-3 flex flex-wrap items-baseline justify-between gap-2">
        <span className="font-medium">
          {caption} <span className="text-sm font-normal text-ink-3">单位：{unit}</span>
        </span>
        <Button variant="quiet" icon={asTable ? "chart" : "table"} onClick={() => setAsTable(!asTable)}>
          {asTable ? "看图" : "看表"}
        </Button>
      </figcaption>
      {asTable ? (
        <table className="w-full border-collapse">
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.label} className="border-b border-line">
                <th scope="row" className="py-2 text-left font-normal">
                  {bar.label}
                </th>
                <td className="num py-2 text-right">
                  {formatNumber(bar.value)} {unit}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <ul className="grid gap-2">
          {bars.map((bar) => (
            <li
              key={bar.label}
              className="grid grid-cols-[minmax(0,7.5em)_minmax(60%,1fr)] items-center gap-3"
              title={`${bar.label} ${formatNumber(bar.value)} ${unit}`}
            >
              <span className="text-right text-sm leading-tight">
                {bar.href === undefined ? (
                  bar.label
                ) : (
                  <a href={bar.href} className="text-accent underline-offset-4 hover:underline">
                    {bar.label}
                  </a>
                )}
              </span>
              <span className="flex items-center gap-2">
                <span
                  aria-hidden
                  className={
                    bar.mark === true ? "h-5 shrink-0 rounded-r-sm bg-turn" : "h-5 shrink-0 rounded-r-sm bg-accent"
                  }
                  style={{ width: `calc((100% - 5em) * ${bar.value / most})` }}
                />
                <span className="num text-sm whitespace-nowrap text-ink-2">{format(bar.value)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}
