import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useApi } from "../../api/hooks.ts";
import { formatNumber } from "../../kit/format.ts";
import { QueryView } from "../../kit/QueryView.tsx";
import { ScrollArea } from "../../kit/ScrollArea.tsx";

export const baseLabels = { employed: "就业人员", skilled: "技能劳动者", "high-skilled": "高技能人才" } as const;

/** Base figures that no claim yields: employed, skilled, highly skilled, each with its source. */
export function BaseFigures(): ReactElement {
  const figures = useApi(api.baseFigures.list, {});
  return (
    <ScrollArea label="基础数据" className="rounded-md border border-line bg-sheet">
      <QueryView query={figures} lines={3}>
        {({ rows }) => {
          const days = [...new Set(rows.map((row) => row.onDate))];
          const of = (day: string, measure: keyof typeof baseLabels) =>
            rows.find((row) => row.onDate === day && row.measure === measure)?.value;
          return (
            <table className="w-full text-left max-md:min-w-[38rem]">
              <caption className="px-4 pt-3 pb-1 text-left">
                <span className="text-lg font-semibold">基础数据</span>
                <span className="ml-3 text-sm text-ink-3">单位：人。两个比重由它们算出</span>
              </caption>
              <thead>
                <tr className="border-b border-ink text-sm text-ink-2">
                  {["统计日期", ...Object.values(baseLabels), "技能占比", "高技能占比", "来源"].map((head, index) => (
                    <th
                      key={head}
                      scope="col"
                      className={`px-4 py-1.5 font-medium ${index > 0 && index < 6 ? "text-right" : ""}`}
                    >
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {days.map((day) => (
                  <tr key={day} className="border-b border-line last:border-0">
                    <th scope="row" className="num px-4 py-1.5 font-normal">
                      {day}
                    </th>
                    {(Object.keys(baseLabels) as (keyof typeof baseLabels)[]).map((measure) => (
                      <td key={measure} className="num px-4 py-1.5 text-right">
                        {number(of(day, measure))}
                      </td>
                    ))}
                    <td className="num px-4 py-1.5 text-right">{share(of(day, "skilled"), of(day, "employed"))}</td>
                    <td className="num px-4 py-1.5 text-right">{share(of(day, "high-skilled"), of(day, "skilled"))}</td>
                    <td className="px-4 py-1.5 text-ink-2">{rows.find((row) => row.onDate === day)?.source}</td>
                  </tr>
                ))}
                {days.length === 0 && (
                  <tr>
                    <td colSpan={7} className="px-4 py-3 text-ink-2">
                      还没有登记。登记就业人员、技能劳动者、高技能人才的人数后，比重会自动算出。
                    </td>
                  </tr>
                )}
              </tbody>
            </table>
          );
        }}
      </QueryView>
    </ScrollArea>
  );
}

const number = (value: number | undefined): string => (value === undefined ? "—" : formatNumber(value));
const share = (part: number | undefined, whole: number | undefined): string =>
  part === undefined || whole === undefined || whole === 0 ? "—" : `${formatNumber((part / whole) * 100)}%`;
