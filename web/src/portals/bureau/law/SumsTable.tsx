import { useState, type ReactElement } from "react";
import { Card } from "../../../kit/Card.tsx";
import { Money } from "../../../kit/Money.tsx";
import { ScrollArea } from "../../../kit/ScrollArea.tsx";
import { Tabs } from "../../../kit/Tabs.tsx";
import type { Redecision } from "./redecision.ts";

const SPLITS = [
  { key: "byBenefit", title: "按补贴" },
  { key: "byTown", title: "按镇街" },
  { key: "byMonth", title: "按月份" },
] as const;

/** Sums of a redecision by benefit, town or month of application. */
export function SumsTable({ data }: { data: Redecision }): ReactElement {
  const [split, setSplit] = useState<(typeof SPLITS)[number]["key"]>("byBenefit");
  return (
    <Card title="分布">
      <Tabs label="分布" tabs={SPLITS} current={split} onChange={(key) => setSplit(key as typeof split)}>
        <ScrollArea label="分布" className="max-h-72">
          <table className="w-full text-sm">
            <thead>
              <tr className="border-b border-line text-left text-ink-2">
                <th className="py-1 font-normal">{SPLITS.find(({ key }) => key === split)?.title.slice(1)}</th>
                <th className="pl-3 text-right font-normal whitespace-nowrap">件数</th>
                <th className="pl-3 text-right font-normal whitespace-nowrap">有变化</th>
                <th className="pl-3 text-right font-normal whitespace-nowrap">应补发</th>
                <th className="pl-3 text-right font-normal whitespace-nowrap">应追回、核减</th>
              </tr>
            </thead>
            <tbody className="num">
              {data[split].map((part) => (
                <tr key={part.key} className="border-b border-line">
                  <td className="py-1">{part.label}</td>
                  <td className="pl-3 text-right whitespace-nowrap">{part.cases}</td>
                  <td className="pl-3 text-right whitespace-nowrap">{part.changed}</td>
                  <td className="pl-3 text-right whitespace-nowrap">
                    <Money fen={part.moreFen} exact />
                  </td>
                  <td className="pl-3 text-right whitespace-nowrap">
                    <Money fen={part.lessFen} exact />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
      </Tabs>
    </Card>
  );
}
