/**
 * Within the time of a programme: applied for from its first day to some months after its last, and begun (as far as
 * that is known) by its last. A settlement may come at any time after the first day: what was advanced must be able to
 * come back.
 */
import { dateNumber, dateText, monthsAfterNumber } from "../dates.ts";
import type { CivilDate } from "../dates.ts";
import type { CompiledTest, Evaluation, Lookup } from "../evaluation.ts";
import type { DateFactPath } from "../facts.ts";
import { DATE_FACTS } from "../facts.ts";
import type { JsonSchema } from "../json-schema.ts";
import type { Verdict } from "../types.ts";
import type { ParameterBound } from "./compare.ts";
import { rule } from "./shape.ts";

export interface InPeriod {
  kind: "in-period";
  /** The first day. */
  since: CivilDate;
  /** The last day. */
  until: ParameterBound;
  /** Months after the last day in which it may still be applied for. */
  claimMonths: number;
  /** When it began: the first of these that is known. */
  begun: DateFactPath[];
  /** Whether the benefit has a settlement, which only the first day bounds. */
  settled: boolean;
}

export const inPeriodSchema: JsonSchema = rule(
  "in-period",
  "在政策期间内：申请日期自首日起，至末日后若干个月的对应日止；已知的开始日期不晚于末日；结算只要求不早于首日。",
  {
    since: { type: "string", format: "date" },
    until: { $ref: "#/$defs/parameterBound" },
    claimMonths: { type: "integer", minimum: 0, maximum: 1200 },
    begun: { type: "array", items: { enum: Object.keys(DATE_FACTS) }, minItems: 1, uniqueItems: true },
    settled: { type: "boolean" },
  },
);

export function compileInPeriod(node: InPeriod, lookup: Lookup): CompiledTest {
  const { since, claimMonths, begun, settled } = node;
  const until = lookup.parameter(node.until.name);

  const lastDay = (e: Evaluation): CivilDate | undefined => {
    const value = until.read(e);
    return typeof value === "string" ? value : undefined;
  };
  const isSettlement = (e: Evaluation): boolean => settled && e.case.stage === "settlement";
  const facts = begun.map((path) => DATE_FACTS[path]);
  const beginning = (e: Evaluation): { label: string; day: CivilDate } | undefined => {
    for (const { label, read } of facts) {
      const day = read(e.case);
      if (day !== undefined) return { label, day };
    }
    return undefined;
  };
  // The last day is the same in case after case, so the end is reckoned once.
  let known = { last: "", end: 0, text: "" };
  const endOfClaims = (last: CivilDate): { end: number; text: CivilDate } => {
    if (known.last !== last) {
      const end = monthsAfterNumber(last, claimMonths);
      known = { last, end, text: dateText(end) };
    }
    return known;
  };
  /** Whether last day and beginning leave it in time; null where the last day has no value. */
  const inTime = (e: Evaluation): Verdict => {
    const last = lastDay(e);
    if (last === undefined) return null;
    // Dates of this form order as text.
    const day = beginning(e)?.day;
    return dateNumber(e.case.appliedOn) <= endOfClaims(last).end && (day === undefined || day <= last);
  };

  return {
    verdict: (e) => {
      const begins = e.case.appliedOn >= since;
      if (isSettlement(e)) return begins;
      const verdict = inTime(e);
      if (!begins) return false;
      // As a settlement it would be in time whatever the last day.
      return verdict !== true && settled && e.case.stage === undefined ? null : verdict;
    },
    because: (e, verdict) => {
      const applied = e.case.appliedOn;
      if (applied < since) return `申请日期 ${applied}，早于政策开始日 ${since}`;
      if (isSettlement(e)) return `申请日期 ${applied}，不早于政策开始日 ${since}；结算不受期满限制`;
      const last = lastDay(e);
      if (last === undefined) return `“${until.label}”还没有规定，不能判断`;
      const end = endOfClaims(last).text;
      if (verdict === null) return `缺少“申请阶段（预拨或结算）”，不能判断：${end} 以后只办结算`;
      if (applied > end) return `申请日期 ${applied}，晚于申请截止日 ${end}（政策到 ${last} 止）`;
      const begin = beginning(e);
      if (!verdict && begin !== undefined) return `${begin.label} ${begin.day}，晚于政策截止日 ${last}`;
      const started = begin === undefined ? "" : `，${begin.label} ${begin.day}`;
      return `申请日期 ${applied}${started}，在政策期间内（${since} 至 ${last}，申请到 ${end}）`;
    },
    missing: (e, missing) => {
      if (lastDay(e) === undefined) missing.add(`parameter:${until.name}`);
      if (settled && e.case.stage === undefined) missing.add("/stage");
    },
    text: `申请日期不早于 ${since}，不晚于${until.text}后 ${claimMonths} 个月，培训（没有培训日期的看发证）不晚于${until.text}${
      settled ? "；结算只要求不早于首日" : ""
    }`,
  };
}
