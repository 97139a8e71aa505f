/**
 * Days that an allowance is paid for: those attended, or all calendar days of the training, as a parameter says; less
 * the days of other periods (unemployment benefit) and those that the same allowance covered before.
 */
import { dayNumber } from "../dates.ts";
import type { CompiledTest, Evaluation, Lookup, Missing } from "../evaluation.ts";
import type { PeriodsFactPath } from "../facts.ts";
import { PERIODS_FACTS } from "../facts.ts";
import type { JsonSchema } from "../json-schema.ts";
import { pointerSegment } from "../json-schema.ts";
import type { Case, HistoryEntry, Period } from "../types.ts";
import type { HistoryBenefit } from "../vocabulary.ts";
import type { ParameterBound } from "./compare.ts";
import { benefitIdSchema, rule } from "./shape.ts";
import type { Span } from "./spans.ts";
import { countDays, daysLeft, isEmpty, merged, overlaps } from "./spans.ts";

/** Wording shared by the test and the amount. */
export interface AllowanceDaysOf {
  /** A parameter that is `attended` or `calendar`. */
  days: ParameterBound;
  periods: PeriodsFactPath;
  /** The benefit whose earlier grants cover days. */
  covered: HistoryBenefit;
}

export interface AllowanceDays extends AllowanceDaysOf {
  kind: "allowance-days";
}

export const allowanceDaysProperties: Record<string, JsonSchema> = {
  days: { $ref: "#/$defs/parameterBound" },
  periods: { enum: Object.keys(PERIODS_FACTS) },
  covered: benefitIdSchema,
};

export const allowanceDaysSchema: JsonSchema = rule(
  "allowance-days",
  "至少有一日可计：按参数取出勤日（attended）或培训期间的日历日（calendar），扣除所列期间和同一补贴已计过的日子。",
  allowanceDaysProperties,
);

/** The days, as far as the facts tell. */
export interface Days {
  /** Days not excluded by anything that is known. */
  left: number;
  /** Those of them that no open period can take away; none where a whole fact is absent. */
  certain: number;
  /** Whether everything needed is known, so that `left` is the number. */
  known: boolean;
}

const FROM = "/training/from";
const TO = "/training/to";
const ATTENDED = "/training/attendedDays";

type Mode = "attended" | "calendar";

/** The training as far as its ends are known; the open side is without end. */
function trainingSpan(c: Case): Span {
  const { from, to } = c.training ?? {};
  return {
    from: from === undefined ? Number.NEGATIVE_INFINITY : dayNumber(from),
    to: to === undefined ? Number.POSITIVE_INFINITY : dayNumber(to),
  };
}

/** Days that may count before anything is taken off; `known` where they are the very days. */
function candidates(c: Case, mode: Mode): { spans: Span[]; known: boolean } {
  const training = trainingSpan(c);
  const bounded = Number.isFinite(training.from) && Number.isFinite(training.to);
  if (mode === "calendar") return { spans: isEmpty(training) ? [] : [training], known: bounded };
  const attended = c.training?.attendedDays;
  if (attended === undefined) return { spans: isEmpty(training) ? [] : [training], known: isEmpty(training) };
  const days = attended.map(dayNumber).filter((day) => day >= training.from && day <= training.to);
  return { spans: days.toSorted((a, b) => a - b).map((day) => ({ from: day, to: day })), known: true };
}

function spanOf({ from, to }: Period): Span {
  return {
    from: from === undefined ? Number.NEGATIVE_INFINITY : dayNumber(from),
    to: to === undefined ? Number.POSITIVE_INFINITY : dayNumber(to),
  };
}

function isOpen({ from, to }: Period): boolean {
  return from === undefined || to === undefined;
}

/** Days that a benefit's records cover, and the records that don't tell. */
function coverage(history: readonly HistoryEntry[], benefit: HistoryBenefit): { spans: Span[]; unclear: number[] } {
  const spans: Span[] = [];
  const unclear: number[] = [];
  for (const [at, entry] of history.entries()) {
    if (entry.benefit !== undefined && entry.benefit !== benefit) continue;
    if (entry.benefit === undefined || isOpen(entry)) unclear.push(at);
    else spans.push(spanOf(entry));
  }
  return { spans, unclear };
}

/**
 * Whether a record that doesn't tell matters: one of this benefit without its days does; one of an unknown benefit, if
 * its days can be among those left.
 */
function touches(entry: HistoryEntry | undefined, spans: readonly Span[]): boolean {
  if (entry === undefined) return false;
  return entry.benefit !== undefined || overlaps(spanOf(entry), spans);
}

export interface CompiledAllowanceDays {
  /** Undefined where the parameter has no value. */
  count: (e: Evaluation) => Days | undefined;
  /** The very days, as day numbers; none where they aren't known. */
  days: (e: Evaluation) => number[];
  missing: (e: Evaluation, missing: Missing) => void;
  text: string;
  excluded: string;
}

export function compileDays(
  node: AllowanceDaysOf,
  lookup: Pick<Lookup, "parameter" | "benefit">,
): CompiledAllowanceDays {
  const { label, read } = PERIODS_FACTS[node.periods];
  const parameter = lookup.parameter(node.days.name);
  const name = lookup.benefit(node.covered);
  const modeOf = (e: Evaluation): Mode | undefined => {
    const value = parameter.read(e);
    return value === "attended" || value === "calendar" ? value : undefined;
  };

  /** The candidates that nothing known takes away. */
  function left(c: Case, mode: Mode): Span[] {
    const closed = (read(c) ?? []).filter((period) => !isOpen(period)).map(spanOf);
    const covered = c.history === undefined ? [] : coverage(c.history, node.covered).spans;
    return daysLeft(candidates(c, mode).spans, merged([...closed, ...covered]));
  }

  const count = (e: Evaluation): Days | undefined => {
    const mode = modeOf(e);
    if (mode === undefined) return undefined;
    const c = e.case;
    const spans = left(c, mode);
    const days = countDays(spans);
    if (days === 0) return { left: 0, certain: 0, known: true };
    const periods = read(c);
    const unclear =
      c.history === undefined ||
      coverage(c.history, node.covered).unclear.some((at) => touches(c.history?.[at], spans));
    if (!candidates(c, mode).known || periods === undefined || unclear) return { left: days, certain: 0, known: false };
    const open = periods.filter(isOpen).map(spanOf);
    const certain = open.length === 0 ? days : countDays(daysLeft(spans, merged(open)));
    return { left: days, certain, known: certain === days };
  };

  return {
    count,
    days: (e) => {
      const mode = modeOf(e);
      if (mode === undefined || count(e)?.known !== true) return [];
      return left(e.case, mode).flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at));
    },
    missing: (e, missing) => {
      const mode = modeOf(e);
      if (mode === undefined) {
        missing.add(`parameter:${parameter.name}`);
        return;
      }
      const c = e.case;
      const spans = left(c, mode);
      if (countDays(spans) === 0) return;
      if (mode === "attended" && c.training?.attendedDays === undefined) missing.add(ATTENDED);
      if (mode === "calendar" && c.training?.from === undefined) missing.add(FROM);
      if (mode === "calendar" && c.training?.to === undefined) missing.add(TO);
      const periods = read(c);
      if (periods === undefined) missing.add(node.periods);
      for (const [at, period] of (periods ?? []).entries()) {
        // An absent end matters only if it can cover a day that is left.
        if (!isOpen(period) || !overlaps(spanOf(period), spans)) continue;
        if (period.from === undefined) missing.add(`${node.periods}${pointerSegment(at)}/from`);
        if (period.to === undefined) missing.add(`${node.periods}${pointerSegment(at)}/to`);
      }
      if (c.history === undefined) missing.add("/history");
      for (const at of c.history === undefined ? [] : coverage(c.history, node.covered).unclear) {
        const entry = c.history?.[at];
        if (entry === undefined || !touches(entry, spans)) continue;
        if (entry.benefit === undefined) missing.add(`/history${pointerSegment(at)}/benefit`);
        if (isOpen(entry)) missing.add("/history");
      }
    },
    text: `（${parameter.text}，扣除${label}内的和${name}已计过的）`,
    excluded: `${label}和${name}已计过的日子`,
  };
}

export function compileAllowanceDays(node: AllowanceDays, lookup: Lookup): CompiledTest {
  const days = compileDays(node, lookup);
  const parameter = lookup.parameter(node.days.name);
  return {
    verdict: (e) => {
      const count = days.count(e);
      if (count === undefined) return null;
      if (count.left === 0) return false;
      return count.certain > 0 ? true : null;
    },
    because: (e, verdict) => {
      const count = days.count(e);
      if (count === undefined) return `“${parameter.label}”还没有规定，不能判断`;
      if (verdict === null) return `培训日期、出勤日、领取失业保险金的期间或以往记录不全，不能判断是否有可计的日子`;
      const span = e.case.training;
      const { from = "", to = "" } = span ?? {};
      const what = parameter.read(e) === "calendar" ? `培训期间 ${from} 至 ${to}` : attendedSpan(span?.attendedDays);
      if (!verdict) return `${what}，没有一日在${days.excluded}之外`;
      return `${what}，其中${count.known ? "" : "至少"} ${count.certain} 日在${days.excluded}之外`;
    },
    missing: days.missing,
    text: `至少有一日可计${days.text}`,
  };
}

/** The attended days, in a few words. */
function attendedSpan(attended: readonly string[] | undefined): string {
  if (attended === undefined) return "培训期间";
  const numbers = attended.map(dayNumber);
  if (numbers.length === 0) return "没有出勤日";
  const sorted = attended.toSorted();
  return `出勤 ${numbers.length} 日（${sorted.at(0) ?? ""} 至 ${sorted.at(-1) ?? ""}）`;
}
