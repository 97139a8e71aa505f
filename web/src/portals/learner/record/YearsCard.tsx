import type { ReactElement } from "react";
import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
import { Bars, type Bar } from "../../../kit/Bars.tsx";
import { Card } from "../../../kit/Card.tsx";
import { formatNumber } from "../../../kit/format.ts";

type SkillsFile = Output<Api["skillsFile"]["mine"]>;

/** Learning as bars: hours by the year in which a class ended, and points; within a single year, hours by class. */
export function YearsCard({ file }: { file: SkillsFile }): ReactElement | null {
  const hours = new Map<string, number>();
  for (const { to, countedHours } of file.classes) {
    const year = to.slice(0, 4);
    hours.set(year, (hours.get(year) ?? 0) + countedHours);
  }
  const isOneYear = hours.size < 2;
  const learned = isOneYear
    ? file.classes.map(({ name, countedHours }) => ({ label: name, value: Math.round(countedHours * 10) / 10 }))
    : barsOf([...hours]);
  const points = barsOf(file.credits.years.map(({ year, total }) => [String(year), total]));
  if (learned.length === 0 && points.length < 2) return null;
  return (
    <Card title={isOneYear ? "每个班学了多少" : "一年一年学下来"}>
      <div className="grid gap-6">
        {learned.length > 0 && <Bars caption="课时" unit="课时" bars={learned} format={formatNumber} />}
        {points.length > 1 && <Bars caption="学分" unit="分" bars={points} format={formatNumber} />}
      </div>
    </Card>
  );
}

const barsOf = (years: readonly (readonly [string, number])[]): Bar[] =>
  years
    .filter(([, value]) => value > 0)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([year, value]) => ({ label: `${year} 年`, value: Math.round(value * 10) / 10 }));
