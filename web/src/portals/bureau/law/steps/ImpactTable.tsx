import type { ReactElement } from "react";
import { cx } from "../../../../kit/cx.ts";
import { formatNumber, formatYuan } from "../../../../kit/format.ts";
import { ScrollArea } from "../../../../kit/ScrollArea.tsx";
import type { Impact } from "./task.ts";

const COLUMNS = [
  { key: "changed", title: "会变" },
  { key: "gained", title: "改为可享受" },
  { key: "lost", title: "不再享受" },
  { key: "incomplete", title: "变为资料不全" },
  { key: "more", title: "增加" },
  { key: "less", title: "减少" },
] as const;

/** Changed claims counted by benefit, town or month. */
export function ImpactTable({ title, rows }: { title: string; rows: Impact["towns"] }): ReactElement {
  return (
    <ScrollArea label={title} className="max-h-80">
      <table className="num w-full border-collapse text-sm">
        <caption className="pb-1 text-left text-base font-semibold">{title}</caption>
        <thead>
          <tr className="border-b border-ink-2 text-right text-ink-2">
            <th scope="col" className="py-1 pr-2 text-left font-normal">
              {title.replace("按", "")}
            </th>
            {COLUMNS.map((column) => (
              <th key={column.key} scope="col" className="px-1.5 py-1 font-normal whitespace-nowrap">
                {column.title}
              </th>
            ))}
            <th scope="col" className="py-1 pl-1.5 font-normal whitespace-nowrap">
              增减（元）
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className="border-b border-line text-right">
              <th scope="row" className="py-1 pr-2 text-left font-normal">
                {row.label}
              </th>
              {COLUMNS.map((column) => (
                <td key={column.key} className={cx("px-1.5 py-1", row[column.key] === 0 && "text-ink-3")}>
                  {row[column.key] === 0 ? "–" : formatNumber(row[column.key])}
                </td>
              ))}
              <td className="py-1 pl-1.5 font-medium whitespace-nowrap">{signed(row.differenceFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

/** +1,200.00 or −300.00 */
export const signed = (fen: number): string => (fen === 0 ? "0" : `${fen > 0 ? "+" : "−"}${formatYuan(Math.abs(fen))}`);
