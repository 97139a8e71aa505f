import type { ReactElement } from "react";
import { Link } from "react-router";
import { formatNumber, formatYuan } from "../../kit/format.ts";
import { cuts, type Table } from "./measures.ts";

/** Exact values of the chart; each links to the rows behind it. */
export function CutTable({ table, hrefOf }: { table: Table; hrefOf: (code: string) => string | null }): ReactElement {
  const shown = (value: number) => (table.unit === "元" ? formatYuan(value) : formatNumber(value / table.scale));
  const most = Math.max(1, ...table.rows.map((row) => row.value));
  return (
    <div
      className="max-h-[48rem] overflow-auto rounded-md border border-line bg-sheet print:max-h-none"
      tabIndex={0}
      role="region"
      aria-label={`${table.label}数据表`}
    >
      <table className="w-full text-left">
        <caption className="sr-only">
          {table.label}（{table.unit}）
        </caption>
        <thead className="sticky top-0 bg-sheet">
          <tr className="border-b border-ink text-sm text-ink-2">
            <th scope="col" className="px-4 py-1.5 font-medium">
              {table.by === "none" ? "项目" : cuts[table.by]}
            </th>
            <th scope="col" className="px-4 py-1.5 text-right font-medium">
              {table.label}（{table.unit}）
            </th>
            <th scope="col" className="w-24 py-1.5 pr-4 text-right font-medium">
              占比
            </th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => {
            const href = hrefOf(row.code);
            return (
              <tr key={row.code} className="border-b border-line last:border-0 hover:bg-paper">
                <th scope="row" className="px-4 py-1 font-normal">
                  {href === null ? (
                    row.label
                  ) : (
                    <Link to={href} className="underline decoration-accent-line underline-offset-4 hover:text-accent">
                      {row.label}
                    </Link>
                  )}
                </th>
                <td className="num px-4 py-1 text-right">{shown(row.value)}</td>
                <td className="num py-1 pr-4 text-right text-sm text-ink-2">
                  <span className="flex items-center justify-end gap-2">
                    <span aria-hidden className="flex h-1.5 w-8 shrink-0 bg-paper-deep max-sm:hidden">
                      <span className="bg-accent-line" style={{ width: `${(row.value / most) * 100}%` }} />
                    </span>
                    <span className="w-11">
                      {table.total === 0 ? "—" : `${((row.value / table.total) * 100).toFixed(1)}%`}
                    </span>
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot className="sticky bottom-0 bg-sheet shadow-[0_-1px_0_var(--color-ink)]">
          <tr className="font-semibold">
            <th scope="row" className="px-4 py-1.5">
              合计
            </th>
            <td className="num px-4 py-1.5 text-right">{shown(table.total)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
