import type { ReactElement } from "react";
import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
import { Bars, type Bar } from "../../../kit/Bars.tsx";
import { Card } from "../../../kit/Card.tsx";
import { formatNumber } from "../../../kit/format.ts";

type SkillsFile = Output<Api["skillsFile"]["mine"]>;

/** Learning year by year, as bars: hours by the year in which a class ended, and points. */
export function YearsCard({ file }: { file: SkillsFile }): ReactElement | null {
  const hours = new Map<string, number>();
  for (const { to, countedHours } of file.classes) {
    const year = to.slice(0, 4);
    hours.set(year, (hours.get(year) ?? 0) + countedHours);
  }
  const learned = barsOf([...hours]);
  const points = barsOf(file.credits.years.map(({ year, total }) => [String(year), total]));
  if (learned.length === 0 && points.length === 0) return null;
  return (
    <Card title="一年一年学下来">
      <div className="grid gap-6 sm:grid-cols-2">
        {learned.length > 0 && <Bars caption="课时" unit="课时" bars={learned} format={formatNumber} />}
        {points.length > 0 && <Bars caption="学分" unit="分" bars={points} format={formatNumber} />}
      </div>
    </Card>
  );
}

const barsOf = (years: readonly (readonly [string, number])[]): Bar[] =>
  years
    .filter(([, value]) => value > 0)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([year, value]) => ({ label: `${year} 年`, value: Math.round(value * 10) / 10 }));
