/** Training days outside other periods (unemployment benefit), both ends of every span included. */
import { dayNumber } from "../dates.ts";
import type { CompiledTest, Missing } from "../evaluation.ts";
import type { PeriodsFactPath } from "../facts.ts";
import { PERIODS_FACTS } from "../facts.ts";
import type { JsonSchema } from "../json-schema.ts";
import { pointerSegment } from "../json-schema.ts";
import type { Case, Period } from "../types.ts";
import { rule } from "./shape.ts";

export interface DayOutside {
  kind: "day-outside";
  periods: PeriodsFactPath;
}

export const dayOutsideSchema: JsonSchema = rule("day-outside", "培训期间至少有一日在所列期间之外。", {
  periods: { enum: Object.keys(PERIODS_FACTS) },
});

export interface DaysOutside {
  /** Training days outside every period whose both ends are known. */
  days: number;
  /** Whether a period with an absent end could still cover some of them. */
  complete: boolean;
}

/** An absent end leaves a period open on that side; it matters only if it can then touch the training. */
function couldTouch(period: Period, from: number, to: number): boolean {
  if (period.from !== undefined && dayNumber(period.from) > to) return false;
  return period.to === undefined || dayNumber(period.to) >= from;
}

/** Counts the training days outside the periods (which may overlap); undefined where a whole fact is absent. */
export function daysOutside(c: Case, periods: readonly Period[] | undefined): DaysOutside | undefined {
  const firstDay = c.training?.from;
  const lastDay = c.training?.to;
  if (firstDay === undefined || lastDay === undefined || periods === undefined) return undefined;
  const from = dayNumber(firstDay);
  const to = dayNumber(lastDay);
  if (to < from) return { days: 0, complete: true };
  const spans: { from: number; to: number }[] = [];
  let complete = true;
  for (const period of periods) {
    if (period.from === undefined || period.to === undefined) {
      if (couldTouch(period, from, to)) complete = false;
      continue;
    }
    const start = Math.max(from, dayNumber(period.from));
    const end = Math.min(to, dayNumber(period.to));
    if (start <= end) spans.push({ from: start, to: end });
  }
  spans.sort((a, b) => a.from - b.from);
  let covered = 0;
  let next = from;
  for (const span of spans) {
    const start = Math.max(span.from, next);
    if (span.to < start) continue;
    covered += span.to - start + 1;
    next = span.to + 1;
  }
  return { days: to - from + 1 - covered, complete };
}

/** Adds what keeps the days from being counted. */
export function addDaysMissing(c: Case, path: PeriodsFactPath, missing: Missing): void {
  const { from, to } = c.training ?? {};
  if (from === undefined) missing.add("/training/from");
  if (to === undefined) missing.add("/training/to");
  const periods = PERIODS_FACTS[path].read(c);
  if (periods === undefined) {
    missing.add(path);
    return;
  }
  if (from === undefined || to === undefined) return;
  const first = dayNumber(from);
  const last = dayNumber(to);
  for (let at = 0; at < periods.length; at += 1) {
    const period = periods[at];
    if (period === undefined || !couldTouch(period, first, last)) continue;
    if (period.from === undefined) missing.add(path + pointerSegment(at) + "/from");
    if (period.to === undefined) missing.add(path + pointerSegment(at) + "/to");
  }
}

export function compileDayOutside(node: DayOutside): CompiledTest {
  const { label, read } = PERIODS_FACTS[node.periods];
  return {
    verdict: (e) => {
      const outside = daysOutside(e.case, read(e.case));
      if (outside === undefined) return null;
      if (outside.days === 0) return false;
      return outside.complete ? true : null;
    },
    because: (e, verdict) => {
      const outside = daysOutside(e.case, read(e.case));
      const { from, to } = e.case.training ?? {};
      if (outside === undefined || verdict === null) return `培训起止日期或${label}不全，不能判断`;
      const span = `培训期间 ${from ?? ""} 至 ${to ?? ""}`;
      return verdict ? `${span}，其中 ${outside.days} 日不在${label}内` : `${span}，没有一日在${label}之外`;
    },
    missing: (e, missing) => {
      addDaysMissing(e.case, node.periods, missing);
    },
    text: `培训期间至少有一日不在${label}内`,
  };
}
