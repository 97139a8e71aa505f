import type { Api } from "../../api/api.ts";
import type { ReactElement } from "react";
import type { Output } from "../../api/client.ts";
import { cx } from "../../kit/cx.ts";
import { formatNumber, formatShort } from "../../kit/format.ts";
import type { Measure } from "./measures.ts";

type Figure = Output<Api["statistics"]["overview"]>["figures"][number];

interface MeasureStripProps {
  figures: readonly Figure[];
  current: Measure;
  onPick: (measure: Measure) => void;
}

/** All measures with unit, total and trend; the selected one is drawn below. */
export function MeasureStrip({ figures, current, onPick }: MeasureStripProps): ReactElement {
  return (
    <div
      role="group"
      aria-label="指标"
      className="grid grid-cols-2 gap-px overflow-hidden rounded-md border border-line bg-line sm:grid-cols-3 lg:grid-cols-5"
    >
      {figures.map((figure) => {
        const chosen = figure.measure === current;
        const value = figure.total / figure.scale;
        return (
          <button
            key={figure.measure}
            type="button"
            aria-pressed={chosen}
            title={`${figure.label} ${formatNumber(value)} ${figure.unit}：${figure.note}`}
            onClick={() => onPick(figure.measure)}
            className={cx(
              "relative flex items-end justify-between gap-2 px-3 py-2.5 text-left outline-offset-[-3px]",
              chosen ? "bg-accent-soft" : "bg-sheet hover:bg-paper",
            )}
          >
            {chosen && <span aria-hidden className="absolute inset-x-0 top-0 h-[3px] bg-accent" />}
            <span className="min-w-0">
              <span className={cx("block text-sm", chosen ? "font-semibold text-accent" : "text-ink-2")}>
                {figure.label}
              </span>
              <span className="num whitespace-nowrap">
                <span className="text-xl font-semibold tracking-tight">{formatShort(value)}</span>
                <span className="ml-1 text-sm text-ink-2">{figure.unit}</span>
              </span>
            </span>
            <Spark values={figure.trend.map((point) => point.value)} chosen={chosen} />
          </button>
        );
      })}
    </div>
  );
}

function Spark({ values, chosen }: { values: readonly number[]; chosen: boolean }): ReactElement | null {
  if (values.length < 2) return null;
  const most = Math.max(1, ...values);
  const width = 60 / values.length;
  return (
    <svg viewBox="0 0 60 20" width="60" height="20" aria-hidden className="mb-1 shrink-0 max-sm:hidden">
      {values.map((value, index) => (
        <rect
          key={index}
          x={index * width}
          width={Math.max(1, width - 0.8)}
          y={20 - (value / most) * 20}
          height={(value / most) * 20}
          fill={chosen ? "var(--color-accent)" : "var(--color-accent-line)"}
        />
      ))}
    </svg>
  );
}
