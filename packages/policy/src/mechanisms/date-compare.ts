/** A date of the case against a day: a literal, or a dated parameter. */
import type { CivilDate } from "../dates.ts";
import type { CompiledTest, Evaluation, Lookup } from "../evaluation.ts";
import type { DateFactPath } from "../facts.ts";
import { DATE_FACTS } from "../facts.ts";
import type { JsonSchema } from "../json-schema.ts";
import type { ParameterBound } from "./compare.ts";
import { rule } from "./shape.ts";

export interface DateCompare {
  kind: "date-compare";
  fact: DateFactPath;
  is: "on-or-after" | "on-or-before";
  day: CivilDate | ParameterBound;
}

export const dateCompareSchema: JsonSchema = rule("date-compare", "日期与固定日期比较，当日算在内。", {
  fact: { enum: Object.keys(DATE_FACTS) },
  is: { enum: ["on-or-after", "on-or-before"] },
  day: { anyOf: [{ type: "string", format: "date" }, { $ref: "#/$defs/parameterBound" }] },
});

export function compileDateCompare(node: DateCompare, lookup: Lookup): CompiledTest {
  const { label, read } = DATE_FACTS[node.fact];
  const after = node.is === "on-or-after";
  const yes = after ? "不早于" : "不晚于";
  const no = after ? "早于" : "晚于";
  const fixed = node.day;
  const parameter = typeof fixed === "string" ? null : lookup.parameter(fixed.name);
  const dayOf = (e: Evaluation): CivilDate | undefined => {
    const value = typeof fixed === "string" ? fixed : parameter?.read(e);
    return typeof value === "string" ? value : undefined;
  };
  return {
    // Dates of this form order as text.
    verdict: (e) => {
      const day = dayOf(e);
      const value = read(e.case);
      return value === undefined || day === undefined ? null : after ? value >= day : value <= day;
    },
    because: (e, verdict) => {
      const day = dayOf(e);
      const value = read(e.case);
      if (day === undefined) return `“${parameter?.label ?? ""}”还没有规定，不能判断`;
      if (value === undefined) return `缺少“${label}”，不能判断是否${yes} ${day}`;
      return `${label} ${value}，${verdict === true ? yes : no} ${day}`;
    },
    missing: (e, missing) => {
      if (read(e.case) === undefined) missing.add(node.fact);
      if (dayOf(e) === undefined) missing.add(`parameter:${parameter?.name ?? ""}`);
    },
    text: typeof fixed === "string" ? `${label}${yes} ${fixed}` : `${label}${yes}${parameter?.text ?? ""}`,
  };
}
