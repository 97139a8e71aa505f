import { useEffect, useRef, useState, type ReactElement } from "react";
import { Button } from "../Button.tsx";
import { chartOptions, type ChartData } from "./chart-options.ts";
import { useDark } from "../use-theme.ts";
import { ChartTable } from "./ChartTable.tsx";

interface ChartProps extends ChartData {
  caption: string;
  height?: number;
  /** A click on a bar or point: go to the rows behind it. */
  onPick?: (category: string, series: string) => void;
}

/** A chart in our tokens, with its numbers as a table one key away. The library is loaded on demand. */
export function Chart({ caption, height = 280, onPick, ...data }: ChartProps): ReactElement {
  const [asTable, setAsTable] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  useEffect(() => {
    pick.current = onPick;
  });
  // The colours are those of the page at the time it is drawn.
  const key = JSON.stringify({ data, isDark: useDark() });
  useEffect(() => {
    const { data: drawn } = JSON.parse(key) as { data: ChartData };
    const element = box.current;
    if (asTable || element === null) return undefined;
    let stop = () => {};
    let current = true;
    void import("./chart-engine.ts").then(({ init }) => {
      if (!current) return;
      const chart = init(element, null, { renderer: "svg" });
      chart.setOption(chartOptions(drawn));
      chart.on("click", (event) => pick.current?.(String(event.name), String(event.seriesName)));
      const observer = new ResizeObserver(() => chart.resize());
      observer.observe(element);
      stop = () => {
        observer.disconnect();
        chart.dispose();
      };
    });
    return () => {
      current = false;
      stop();
    };
  }, [box, key, asTable]);

  return (
    <figure className="rounded-md border border-line bg-sheet p-4">
      <figcaption className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <span className="font-semibold">
          {caption}
          <span className="ml-2 text-sm font-normal text-ink-3">单位：{data.unit}</span>
        </span>
        <span data-print="hide">
          <Button variant="quiet" icon={asTable ? "chart" : "table"} onClick={() => setAsTable(!asTable)}>
            {asTable ? "看图" : "看表"}
          </Button>
        </span>
      </figcaption>
      {data.kind !== "line" && data.series.length > 1 && !asTable && (
        <ul className="mb-1 flex flex-wrap gap-x-4 text-xs text-ink-2">
          {data.series.map((series, index) => (
            <li key={series.name} className="inline-flex items-center gap-1.5">
              <span
                aria-hidden
                className="size-3 rounded-sm"
                style={{ background: `var(--color-series-${(index % 6) + 1})` }}
              />
              {series.name}
            </li>
          ))}
        </ul>
      )}
      {asTable ? (
        <ChartTable {...data} caption={caption} />
      ) : (
        <div
          ref={box}
          role="img"
          aria-label={`${caption}，单位${data.unit}。按“看表”读数字。`}
          style={{ height }}
          className={onPick === undefined ? "" : "cursor-pointer"}
        />
      )}
    </figure>
  );
}
