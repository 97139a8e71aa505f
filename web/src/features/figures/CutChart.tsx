import type { ReactElement } from "react";
import { Chart } from "../../kit/staff/Chart.tsx";
import { cuts, isPeriod, type Table } from "./measures.ts";

const MOST_BARS = 25;
const MOST_PARTS = 6;

/** Time as columns (lines with a second split), everything else as horizontal bars by size. */
export function CutChart({ table, onPick }: { table: Table; onPick: (code: string) => void }): ReactElement {
  const rows = isPeriod(table.by) ? table.rows : table.rows.slice(0, MOST_BARS);
  const scaled = (value: number) => value / table.scale;
  const lying = !isPeriod(table.by);
  const parts = biggest(table);
  const cut = rows.length < table.rows.length ? `（前 ${MOST_BARS} 项，其余见表）` : "";
  const series =
    parts.length === 0
      ? [{ name: table.label, values: rows.map((row) => scaled(row.value)) }]
      : parts.map((part) => ({ name: part.label, values: rows.map((_row, index) => scaled(part.values[index] ?? 0)) }));
  return (
    <Chart
      kind={parts.length === 0 ? "bar" : "stacked"}
      horizontal={lying}
      caption={`${table.label}${table.by === "none" ? "" : `，按${cuts[table.by]}`}${cut}`}
      unit={table.unit}
      categories={rows.map((row) => row.label)}
      series={series}
      height={lying ? Math.max(220, rows.length * 30 + 40) : 360}
      onPick={(category) => {
        const row = rows.find((each) => each.label === category);
        if (row !== undefined) onPick(row.code);
      }}
    />
  );
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The biggest parts by name, the others combined. */
function biggest({ series }: Table): { label: string; values: number[] }[] {
  const ordered = series.toSorted((a, b) => sum(b.values) - sum(a.values));
  if (ordered.length <= MOST_PARTS) return ordered;
  const rest = ordered.slice(MOST_PARTS - 1);
  const others = (rest[0]?.values ?? []).map((_value, index) => sum(rest.map((part) => part.values[index] ?? 0)));
  return [...ordered.slice(0, MOST_PARTS - 1), { label: `其余 ${rest.length} 项`, values: others }];
}
