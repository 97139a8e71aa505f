/** A date of the case against a fixed day. */
import type { CivilDate } from "../dates.ts";
import type { CompiledTest } from "../evaluation.ts";
import type { DateFactPath } from "../facts.ts";
import { DATE_FACTS } from "../facts.ts";
import type { JsonSchema } from "../json-schema.ts";
import { rule } from "./shape.ts";

export interface DateCompare {
  kind: "date-compare";
  fact: DateFactPath;
  is: "on-or-after" | "on-or-before";
  day: CivilDate;
}

export const dateCompareSchema: JsonSchema = rule("date-compare", "日期与固定日期比较，当日算在内。", {
  fact: { enum: Object.keys(DATE_FACTS) },
  is: { enum: ["on-or-after", "on-or-before"] },
  day: { type: "string", format: "date" },
});

export function compileDateCompare(node: DateCompare): CompiledTest {
  const { label, read } = DATE_FACTS[node.fact];
  const after = node.is === "on-or-after";
  const yes = after ? "不早于" : "不晚于";
  const no = after ? "早于" : "晚于";
  const day = node.day;
  return {
    // Dates of this form order as text.
    verdict: (e) => {
      const value = read(e.case);
      return value === undefined ? null : after ? value >= day : value <= day;
    },
    because: (e, verdict) => {
      const value = read(e.case);
      if (value === undefined) return `缺少“${label}”，不能判断是否${yes} ${day}`;
      return `${label} ${value}，${verdict === true ? yes : no} ${day}`;
    },
    missing: (_e, missing) => {
      missing.add(node.fact);
    },
    text: `${label}${yes} ${day}`,
  };
}
