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
  /** Those of them that no period with an absent end can cover, whatever it turns out to be. */
  certain: number;
}

/** First and last day, as day numbers. */
interface Span {
  from: number;
  to: number;
}

/** The training; undefined where an end is absent, an empty span where it ends before it begins. */
function trainingSpan(c: Case): Span | undefined {
  const { from, to } = c.training ?? {};
  return from === undefined || to === undefined ? undefined : { from: dayNumber(from), to: dayNumber(to) };
}

/** The part of the training that a period covers; with an absent end, what it can cover at most. */
function within(training: Span, { from, to }: Period): Span {
  return {
    from: from === undefined ? training.from : Math.max(training.from, dayNumber(from)),
    to: to === undefined ? training.to : Math.min(training.to, dayNumber(to)),
  };
}

function isOpen(period: Period): boolean {
  return period.from === undefined || period.to === undefined;
}

/** The parts of the training outside all spans, which may overlap and come in any order. */
function gapsBetween(training: Span, spans: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let next = training.from;
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    if (span.to < span.from) continue;
    if (span.from > next) gaps.push({ from: next, to: span.from - 1 });
    next = Math.max(next, span.to + 1);
  }
  if (next <= training.to) gaps.push({ from: next, to: training.to });
  return gaps;
}

function daysIn(spans: readonly Span[]): number {
  return spans.reduce((days, { from, to }) => days + to - from + 1, 0);
}

function knownGaps(training: Span, periods: readonly Period[]): Span[] {
  return gapsBetween(
    training,
    periods.filter((period) => !isOpen(period)).map((period) => within(training, period)),
  );
}

/** Counts the training days outside the periods (which may overlap); undefined where a whole fact is absent. */
export function daysOutside(c: Case, periods: readonly Period[] | undefined): DaysOutside | undefined {
  const training = trainingSpan(c);
  if (training === undefined || periods === undefined) return undefined;
  const days = daysIn(knownGaps(training, periods));
  if (!periods.some(isOpen)) return { days, certain: days };
  const all = periods.map((period) => within(training, period));
  return { days, certain: daysIn(gapsBetween(training, all)) };
}

/** Adds what keeps the days from being counted: an absent end matters only if it can cover a day not yet covered. */
export function addDaysMissing(c: Case, path: PeriodsFactPath, missing: Missing): void {
  const training = trainingSpan(c);
  const periods = PERIODS_FACTS[path].read(c);
  if (c.training?.from === undefined) missing.add("/training/from");
  if (c.training?.to === undefined) missing.add("/training/to");
  if (periods === undefined) missing.add(path);
  if (training === undefined || periods === undefined) return;
  const gaps = knownGaps(training, periods);
  for (const [at, period] of periods.entries()) {
    const { from, to } = within(training, period);
    if (!gaps.some((gap) => Math.max(gap.from, from) <= Math.min(gap.to, to))) continue;
    if (period.from === undefined) missing.add(`${path}${pointerSegment(at)}/from`);
    if (period.to === undefined) missing.add(`${path}${pointerSegment(at)}/to`);
  }
}

export function compileDayOutside(node: DayOutside): CompiledTest {
  const { label, read } = PERIODS_FACTS[node.periods];
  return {
    verdict: (e) => {
      const outside = daysOutside(e.case, read(e.case));
      if (outside === undefined) return null;
      if (outside.certain > 0) return true;
      return outside.days === 0 ? false : null;
    },
    because: (e, verdict) => {
      const outside = daysOutside(e.case, read(e.case));
      const { from, to } = e.case.training ?? {};
      if (outside === undefined || verdict === null) return `培训起止日期或${label}不全，不能判断`;
      const span = `培训期间 ${from ?? ""} 至 ${to ?? ""}`;
      const atLeast = outside.certain < outside.days ? "至少" : "";
      return verdict
        ? `${span}，其中${atLeast} ${outside.certain} 日不在${label}内`
        : `${span}，没有一日在${label}之外`;
    },
    missing: (e, missing) => {
      addDaysMissing(e.case, node.periods, missing);
    },
    text: `培训期间至少有一日不在${label}内`,
  };
}
