/** At most so many grants of the listed benefits: in the calendar year, in the last twelve months, or ever. */
import { calendarYear, dateNumber, monthsAfterNumber } from "../dates.ts";
import type { CompiledTest, Evaluation, Lookup } from "../evaluation.ts";
import type { JsonSchema } from "../json-schema.ts";
import { pointerSegment } from "../json-schema.ts";
import type { HistoryEntry, Verdict } from "../types.ts";
import type { HistoryBenefit } from "../vocabulary.ts";
import { alternatives, benefitIdSchema, listedOf, rule } from "./shape.ts";

export type LimitPeriod = "calendar-year" | "rolling-year" | "ever";

export interface HistoryLimit {
  kind: "history-limit";
  benefits: HistoryBenefit[];
  per: LimitPeriod;
  fewerThan: number | { kind: "parameter"; name: string };
}

export const historyLimitSchema: JsonSchema = rule("history-limit", "期间内以往享受所列补贴少于若干次。", {
  benefits: listedOf(benefitIdSchema),
  per: { enum: ["calendar-year", "rolling-year", "ever"] },
  fewerThan: { anyOf: [{ type: "integer", minimum: 1, maximum: 1000 }, { $ref: "#/$defs/parameterBound" }] },
});

const PERIODS: Record<LimitPeriod, string> = {
  "calendar-year": "申请当年（公历年）",
  "rolling-year": "申请之日前 12 个月",
  ever: "累计",
};

export function compileHistoryLimit(node: HistoryLimit, lookup: Lookup): CompiledTest {
  const benefits = new Set(node.benefits);
  const names = alternatives(node.benefits.map((id) => lookup.benefit(id)));
  const period = PERIODS[node.per];
  const per = node.per;
  const bound = node.fewerThan;
  const parameter = typeof bound === "number" ? null : lookup.parameter(bound.name);

  function limitOf(e: Evaluation): number | undefined {
    if (typeof bound === "number") return bound;
    const value = parameter?.read(e);
    return typeof value === "number" ? value : undefined;
  }

  function counts(e: Evaluation, entry: HistoryEntry): Verdict {
    if (entry.benefit !== undefined && !benefits.has(entry.benefit)) return false;
    if (per !== "ever") {
      if (entry.on === undefined) return null;
      const applied = e.case.appliedOn;
      const inside =
        per === "calendar-year"
          ? calendarYear(entry.on) === calendarYear(applied)
          : dateNumber(entry.on) > monthsAfterNumber(applied, -12) && entry.on <= applied;
      if (!inside) return false;
    }
    return entry.benefit === undefined ? null : true;
  }

  function tally(e: Evaluation, history: readonly HistoryEntry[]): { known: number; unknown: number } {
    let known = 0;
    let unknown = 0;
    for (const entry of history) {
      const counted = counts(e, entry);
      if (counted === true) known += 1;
      else if (counted === null) unknown += 1;
    }
    return { known, unknown };
  }

  return {
    verdict: (e) => {
      const limit = limitOf(e);
      const history = e.case.history;
      if (history === undefined || limit === undefined) return null;
      const { known, unknown } = tally(e, history);
      if (known >= limit) return false;
      return known + unknown >= limit ? null : true;
    },
    because: (e, verdict) => {
      const limit = limitOf(e);
      const history = e.case.history;
      if (limit === undefined) return `“${parameter?.label ?? ""}”还没有规定，不能判断`;
      if (history === undefined) return `缺少以往享受补贴的记录，不能判断${period}是否少于 ${limit} 次`;
      const { known } = tally(e, history);
      const said = `${period}已享受${names} ${known} 次`;
      if (verdict === null) return `${said}，另有记录不全，不能判断是否少于 ${limit} 次`;
      return `${said}，${verdict ? `少于 ${limit} 次` : `已达 ${limit} 次上限`}`;
    },
    missing: (e, missing) => {
      if (parameter !== null && limitOf(e) === undefined) missing.add(`parameter:${parameter.name}`);
      const history = e.case.history;
      if (history === undefined) {
        missing.add("/history");
        return;
      }
      for (let at = 0; at < history.length; at += 1) {
        const entry = history[at];
        if (entry === undefined || counts(e, entry) !== null) continue;
        if (entry.benefit === undefined) missing.add(`/history${pointerSegment(at)}/benefit`);
        if (per !== "ever" && entry.on === undefined) missing.add(`/history${pointerSegment(at)}/on`);
      }
    },
    text: `${period}已享受${names}${typeof bound === "number" ? `少于 ${bound} 次` : `的次数少于${parameter?.text ?? ""}`}`,
  };
}
