/** A date from a start day to the corresponding day some months later, both days included. */
import { dateNumber, dateText, monthsAfterNumber } from "../dates.ts";
import type { CompiledTest } from "../evaluation.ts";
import type { DateFactPath } from "../facts.ts";
import { DATE_FACTS } from "../facts.ts";
import type { JsonSchema } from "../json-schema.ts";
import { rule } from "./shape.ts";

export interface WithinMonths {
  kind: "within-months";
  fact: DateFactPath;
  since: DateFactPath;
  months: number;
}

export const withinMonthsSchema: JsonSchema = rule(
  "within-months",
  "日期在起始日至若干个月后的对应日之间，首尾两日都算；没有对应日的，为该月最后一天。",
  {
    fact: { enum: Object.keys(DATE_FACTS) },
    since: { enum: Object.keys(DATE_FACTS) },
    months: { type: "integer", minimum: 0, maximum: 1200 },
  },
);

export function compileWithinMonths(node: WithinMonths): CompiledTest {
  const { label, read } = DATE_FACTS[node.fact];
  const since = DATE_FACTS[node.since];
  const readSince = since.read;
  const months = node.months;
  const span = `自${since.label}起 ${months} 个月内`;
  return {
    verdict: (e) => {
      const value = read(e.case);
      const start = readSince(e.case);
      if (value === undefined || start === undefined) return null;
      // Dates of this form order as text.
      return value >= start && dateNumber(value) <= monthsAfterNumber(start, months);
    },
    because: (e, verdict) => {
      const value = read(e.case);
      const start = readSince(e.case);
      if (value === undefined || start === undefined) {
        const absent = [start === undefined ? since.label : "", value === undefined ? label : ""].filter(Boolean);
        return `缺少“${absent.join("”和“")}”，不能判断是否在${span}`;
      }
      const last = dateText(monthsAfterNumber(start, months));
      const said = `${label} ${value}，${since.label} ${start}`;
      if (verdict === true) return `${said}，在 ${months} 个月内（至 ${last}，含当日）`;
      return value < start ? `${said}，早于${since.label}` : `${said}，超过 ${months} 个月（至 ${last}，含当日）`;
    },
    missing: (e, missing) => {
      if (readSince(e.case) === undefined) missing.add(node.since);
      if (read(e.case) === undefined) missing.add(node.fact);
    },
    text: `${label}在${span}（首尾两日都算）`,
  };
}
