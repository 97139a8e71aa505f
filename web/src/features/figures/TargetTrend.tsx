import type { ReactElement } from "react";
import { formatNumber } from "../../kit/format.ts";
import { inUnit, short, type Progress } from "./target-words.ts";

const WIDTH = 320;
const HEIGHT = 88;

/** Progress towards the target from zero: cumulated by month, with the target's line if it is in range. */
export function TargetTrend({ row }: { row: Progress }): ReactElement {
  const points = summed(row);
  const last = points.at(-1)?.value ?? 0;
  const inSight = row.value <= last * 3;
  const top = Math.max(last, inSight ? row.value : 0, 1e-9) * 1.12;
  const x = (index: number) => (index / Math.max(1, points.length - 1)) * (WIDTH - 8) + 4;
  const y = (value: number) => HEIGHT - 2 - (value / top) * (HEIGHT - 10);
  const line = points.map((point, index) => `${x(index)},${y(point.value)}`).join(" ");
  const first = points[0]?.label ?? "";
  return (
    <figure>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="block w-full"
        role="img"
        aria-label={`${row.label}的进展：${first}至${points.at(-1)?.label ?? ""}`}
      >
        <path d={`M0 ${HEIGHT - 1.5}H${WIDTH}`} stroke="var(--color-line-strong)" strokeWidth="1" />
        <polygon
          points={`${x(0)},${HEIGHT - 2} ${line} ${x(points.length - 1)},${HEIGHT - 2}`}
          fill="var(--color-accent-soft)"
        />
        <polyline points={line} fill="none" stroke="var(--color-accent)" strokeWidth="2" strokeLinejoin="round" />
        {inSight && (
          <path d={`M0 ${y(row.value)}H${WIDTH}`} stroke="var(--color-turn)" strokeWidth="1.5" strokeDasharray="5 3" />
        )}
        {points.map((point, index) => (
          <rect
            key={point.label}
            x={x(index) - WIDTH / points.length / 2}
            width={WIDTH / points.length}
            y="0"
            height={HEIGHT}
            fill="transparent"
          >
            <title>{`${point.label}：${formatNumber(inUnit(point.value, row.scale))} ${row.unit}`}</title>
          </rect>
        ))}
      </svg>
      <figcaption className="num flex justify-between text-xs text-ink-3">
        <span>{first}</span>
        {!inSight && (
          <span>
            目标 {short(row.value, row)} {row.unit}，在图外
          </span>
        )}
        <span>{points.at(-1)?.label}</span>
      </figcaption>
    </figure>
  );
}

/** Counts add up month by month; a share is what it was on its day. */
function summed(row: Progress): { label: string; value: number }[] {
  if (row.unit === "%") return row.trend;
  let sum = 0;
  return row.trend.map((point) => {
    sum += point.value;
    return { label: point.label, value: sum };
  });
}
