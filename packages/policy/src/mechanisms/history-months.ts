/** Months granted so far, over all earlier grants of one benefit, below a bound. */
import type { CompiledTest, Lookup, Missing } from "../evaluation.ts";
import type { JsonSchema } from "../json-schema.ts";
import { pointerSegment } from "../json-schema.ts";
import type { Case, HistoryEntry } from "../types.ts";
import type { HistoryBenefit } from "../vocabulary.ts";
import { benefitIdSchema, rule } from "./shape.ts";

export interface HistoryMonths {
  kind: "history-months";
  benefit: HistoryBenefit;
  fewerThan: number;
}

export const historyMonthsSchema: JsonSchema = rule("history-months", "以往享受某项补贴的月数合计少于若干个月。", {
  benefit: benefitIdSchema,
  fewerThan: { type: "integer", minimum: 1, maximum: 1200 },
});

function concerns(entry: HistoryEntry, benefit: HistoryBenefit): boolean {
  return entry.benefit === benefit || entry.benefit === undefined;
}

/** Months granted so far as far as known, and whether every grant was readable. */
export function monthsGranted(c: Case, benefit: HistoryBenefit): { months: number; complete: boolean } | undefined {
  if (c.history === undefined) return undefined;
  let months = 0;
  let complete = true;
  for (const entry of c.history) {
    if (!concerns(entry, benefit)) continue;
    // A grant of unknown kind matters only if it can hold months.
    if (entry.benefit === undefined && entry.months !== 0) complete = false;
    else if (entry.benefit !== undefined && entry.months === undefined) complete = false;
    else if (entry.benefit !== undefined) months += entry.months ?? 0;
  }
  return { months, complete };
}

/** Adds what keeps the months granted from being counted. */
export function addMonthsMissing(c: Case, benefit: HistoryBenefit, missing: Missing): void {
  if (c.history === undefined) {
    missing.add("/history");
    return;
  }
  for (let at = 0; at < c.history.length; at += 1) {
    const entry = c.history[at];
    if (entry === undefined || !concerns(entry, benefit)) continue;
    if (entry.benefit === undefined && entry.months !== 0) missing.add(`/history${pointerSegment(at)}/benefit`);
    if (entry.months === undefined) missing.add(`/history${pointerSegment(at)}/months`);
  }
}

export function compileHistoryMonths(node: HistoryMonths, lookup: Lookup): CompiledTest {
  const { benefit, fewerThan } = node;
  const name = lookup.benefit(benefit);
  return {
    verdict: (e) => {
      const granted = monthsGranted(e.case, benefit);
      if (granted === undefined) return null;
      if (granted.months >= fewerThan) return false;
      return granted.complete ? true : null;
    },
    because: (e, verdict) => {
      const granted = monthsGranted(e.case, benefit);
      if (granted === undefined) return `缺少以往享受补贴的记录，不能判断是否少于 ${fewerThan} 个月`;
      const said = `已享受${name} ${granted.months} 个月`;
      if (verdict === null) return `${said}，另有记录不全，不能判断是否少于 ${fewerThan} 个月`;
      return `${said}，${verdict ? `少于 ${fewerThan} 个月` : `已达最长 ${fewerThan} 个月`}`;
    },
    missing: (e, missing) => {
      addMonthsMissing(e.case, benefit, missing);
    },
    text: `已享受${name}少于 ${fewerThan} 个月`,
  };
}
