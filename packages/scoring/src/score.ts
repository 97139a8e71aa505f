import { exact, greatest, least, rounded, ZERO, type Exact } from "./exact.ts";
import type { Indicator, ScoreSheet } from "./score-sheet.ts";

/** Facts of one indicator. `target` replaces the sheet's own; `judged` is a person's word over the computed points, with a reason. */
export interface Done {
  readonly done?: number | undefined;
  readonly target?: number | undefined;
  readonly judged?: { readonly points: number; readonly reason: string } | undefined;
}

export interface ScoredRow {
  readonly code: string;
  readonly section: string;
  readonly points: number;
  readonly target?: number;
  readonly done?: number;
  /** Absent while the fact is: never assumed. */
  readonly score?: Exact;
  /** done ÷ target in percent, where there are both. */
  readonly reach?: number;
  readonly judged?: { readonly points: number; readonly reason: string };
}

export interface Scored {
  readonly rows: readonly ScoredRow[];
  readonly sections: ReadonlyMap<string, Exact>;
  /** Exact: grades are given by it, not by the rounded figure. */
  readonly total: Exact;
  /** Total for show, two decimals. */
  readonly shown: number;
  /** Codes of indicators without a fact; while there are any no grade is given. */
  readonly missing: readonly string[];
  readonly grade?: string;
}

/**
 * Scores a sheet by what was done. A row without a fact has no score, adds nothing, is named in `missing` and keeps the sheet from having a
 * grade. Throws on a judgement without a reason or beyond the indicator's points.
 */
export function scoreOf(sheet: ScoreSheet, facts: ReadonlyMap<string, Done>): Scored {
  const rows = sheet.indicators.map((indicator) => scoreRow(indicator, facts.get(indicator.code) ?? {}));
  const sections = new Map(sheet.sections.map(({ code }) => [code, ZERO]));
  for (const row of rows) sections.set(row.section, (sections.get(row.section) ?? ZERO).add(row.score ?? ZERO));
  const total = totalOf(sheet, sections);
  const missing = rows.filter((row) => row.score === undefined).map((row) => row.code);
  const grade = sheet.grades.find((candidate) => total.compare(exact(candidate.least)) >= 0)?.code;
  return {
    rows,
    sections,
    total,
    shown: rounded(total),
    missing,
    ...(missing.length === 0 && grade !== undefined && { grade }),
  };
}

function totalOf(sheet: ScoreSheet, sections: ReadonlyMap<string, Exact>): Exact {
  const of = (code: string) => sections.get(code) ?? ZERO;
  const { total } = sheet;
  if (total.kind === "sum") return [...sections.values()].reduce((sum, part) => sum.add(part), ZERO);
  const score = of(total.factor);
  const band = total.bands.find((candidate) => score.compare(exact(candidate.least)) >= 0);
  const factor = band ? exact(band.base).add(exact(band.slope).mul(score)).div(exact(total.denominator)) : ZERO;
  return factor.mul(of(total.times)).add(of(total.plus));
}

function scoreRow(indicator: Indicator, facts: Done): ScoredRow {
  const { code, section, points } = indicator;
  const target = facts.target ?? indicator.target;
  const { done, judged } = facts;
  if (judged && judged.reason.trim() === "") throw new RangeError("A judgement needs a reason.");
  if (judged && (judged.points < 0 || judged.points > points))
    throw new RangeError("A judgement lies within the points.");
  const computed = judged
    ? exact(judged.points)
    : done === undefined
      ? undefined
      : pointsFor(indicator, exact(done), target === undefined ? undefined : exact(target));
  return {
    code,
    section,
    points,
    ...(target !== undefined && { target }),
    ...(done !== undefined && { done }),
    ...(computed && { score: computed }),
    ...(done !== undefined &&
      target !== undefined &&
      target > 0 && {
        reach: rounded(exact(done).div(exact(target)).mul(100)),
      }),
    ...(judged && { judged }),
  };
}

function pointsFor(indicator: Indicator, done: Exact, target: Exact | undefined): Exact | undefined {
  const full = exact(indicator.points);
  const { scoring } = indicator;
  switch (scoring.kind) {
    case "judged":
      return undefined;
    case "steps": {
      const reached = scoring.steps.filter((step) => done.compare(exact(step.least)) >= 0).map((step) => step.points);
      return exact(Math.max(0, ...reached));
    }
    case "deduct":
      return greatest(ZERO, full.sub(exact(scoring.each).mul(done)));
    case "add":
      return greatest(ZERO, least(full, exact(scoring.each).mul(done)));
    case "met":
    case "share": {
      if (!target) return undefined;
      const reached = scoring.better === "more" ? done.compare(target) >= 0 : done.compare(target) <= 0;
      if (reached) return full;
      if (scoring.kind === "met") return ZERO;
      return greatest(ZERO, full.mul(scoring.better === "more" ? done.div(target) : target.div(done)));
    }
  }
}
