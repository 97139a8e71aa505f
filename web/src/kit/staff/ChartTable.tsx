import type { ReactElement } from "react";
import { formatNumber } from "../format.ts";
import type { ChartData } from "./chart-options.ts";
import { ScrollArea } from "../ScrollArea.tsx";

/** The numbers of a chart. */
export function ChartTable({ categories, series, unit, caption }: ChartData & { caption: string }): ReactElement {
  return (
    <ScrollArea label={caption} className="max-h-96">
      <table className="w-full border-collapse text-right">
        <caption className="sr-only">
          {caption}（{unit}）
        </caption>
        <thead>
          <tr className="border-b border-ink text-sm text-ink-2">
            <th scope="col" className="py-1 text-left font-medium">
              项目
            </th>
            {series.map((one) => (
              <th key={one.name} scope="col" className="py-1 pl-4 font-medium">
                {one.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categories.map((category, index) => (
            <tr key={category} className="border-b border-line">
              <th scope="row" className="py-1 text-left font-normal">
                {category}
              </th>
              {series.map((one) => (
                <td key={one.name} className="num py-1 pl-4">
                  {formatNumber(one.values[index] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
