/**
 * The second part of the contract: `rugao-2019` 2.0.0, as what it changes of the first. Written from the contract's
 * page, sentence by sentence; it shares nothing with the engine but the shape of a case.
 */
import type { Case, HistoryEntry, ParameterValue } from "../types.ts";
import type { ContractBenefit } from "../vocabulary.ts";
import { daysBetween, monthsLater } from "./calendar.ts";
import { certificateLevel, employed, inGroups } from "./facts.ts";
import { hoursComplete } from "./tests.ts";
import type { Answer } from "./three-valued.ts";
import { about, absentOf, answer, every, NO, some, unknown, YES } from "./three-valued.ts";

/** A parameter's value in the case, or the package's own value; notes what was read. */
export class Parameters {
  readonly used: Record<string, ParameterValue> = {};
  readonly #case: Case;

  constructor(c: Case) {
    this.#case = c;
  }

  text(name: string, otherwise: string): string {
    const value = String(this.#case.parameters?.[name] ?? otherwise);
    this.used[name] = value;
    return value;
  }
}

const STAGED = new Set<string>(["apprenticeship", "project-training"]);

export function inProgramme(c: Case, p: Parameters): Answer {
  const since = answer(c.appliedOn >= "2019-12-31");
  if (STAGED.has(c.benefit) && c.stage === "settlement") return since;
  const until = p.text("programme.until", "2021-12-31");
  if (since.met === false) return NO;
  const begun = c.training?.from ?? c.certificate?.issuedOn;
  const inTime = c.appliedOn <= monthsLater(until, 12) && (begun === undefined || begun <= until);
  if (!inTime && STAGED.has(c.benefit) && c.stage === undefined) return unknown("/stage");
  return answer(inTime);
}

function above(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && a > b;
}

export function factsAgree(c: Case): Answer {
  const { from, to, finishers, classSize } = c.training ?? {};
  const issued = c.certificate?.issuedOn;
  const beforeTraining = ["pre-job", "unemployed-training", "special-operation", "startup-training"];
  const wrong = [
    from !== undefined && to !== undefined && to < from,
    issued !== undefined && issued > c.appliedOn,
    beforeTraining.includes(c.benefit) && issued !== undefined && from !== undefined && issued < from,
    above(finishers, classSize),
    above(c.apprenticeship?.finishers, c.apprenticeship?.planned),
    above(c.project?.acceptedFen, c.project?.contractFen),
    ["unemployed-training", "living-allowance"].includes(c.benefit) &&
      c.person?.groups?.includes("registered-unemployed") === true &&
      c.employment?.employed === true,
  ];
  return answer(!wrong.includes(true));
}

const HARD = ["hard-to-employ", "disabled", "severely-disabled"];

export function livingEligible(c: Case, p: Parameters): Answer {
  const unemployed = inGroups(c, "registered-unemployed");
  return p.text("livingAllowance.who", "wide") === "wide"
    ? some(every(unemployed, inGroups(c, ...HARD)), inGroups(c, "registered-poor"))
    : every(unemployed, some(inGroups(c, ...HARD), inGroups(c, "registered-poor")));
}

export function workEligible(c: Case): Answer {
  return some(
    inGroups(c, "registered-poor", "minimum-living", "poor"),
    every(
      inGroups(c, ...HARD, "zero-employment-family"),
      about("/insurance/pensionPaidNow", c.insurance?.pensionPaidNow, (value) => value),
    ),
  );
}

export function servedThemselves(c: Case): Answer {
  return inGroups(c, "registered-poor", "minimum-living", "poor", "severely-disabled");
}

const DEGREE_ORDER = ["secondary", "college", "bachelor", "master", "doctor"];

export function higherThanBefore(c: Case): Answer {
  const level = c.degree?.level;
  const before = c.person?.priorDegree;
  // Every value that an absent one could have.
  const levels = level === undefined ? DEGREE_ORDER : [level];
  const befores = before === undefined ? [null, ...DEGREE_ORDER] : [before];
  const answers = new Set(
    levels.flatMap((one) =>
      befores.map((other) => DEGREE_ORDER.indexOf(one) > (other === null ? -1 : DEGREE_ORDER.indexOf(other))),
    ),
  );
  if (answers.size > 1) return unknown(...absentOf({ "/degree/level": level, "/person/priorDegree": before }));
  return answer(answers.has(true));
}

export function technicianSince(c: Case, p: Parameters): Answer {
  const since = p.text("technicianAward.since", "2019-01-01");
  return about("/certificate/issuedOn", c.certificate?.issuedOn, (day) => day >= since);
}

/** Whether a day is inside a record or period whose both ends are known. */
function inside(day: string, { from, to }: { from?: string; to?: string }): boolean {
  return from !== undefined && to !== undefined && from <= day && day <= to;
}

function mayBeInside(day: string, { from, to }: { from?: string; to?: string }): boolean {
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}

function isAllowance(entry: HistoryEntry): boolean {
  return entry.benefit === "living-allowance";
}

/** The days to be paid, what of them is certain, and what is missing to know them. */
export function paidDays(c: Case, p: Parameters): { left: number; certain: number; missing: string[] } {
  const attendedMode = p.text("livingAllowance.days", "attended") === "attended";
  const { from, to, attendedDays } = c.training ?? {};
  const periods = c.person?.unemploymentBenefit;
  const missing: string[] = [];
  const path = "/person/unemploymentBenefit";
  if (attendedMode && attendedDays === undefined) missing.push("/training/attendedDays");
  if (!attendedMode) missing.push(...absentOf({ "/training/from": from, "/training/to": to }));
  if (periods === undefined) missing.push(path);
  if (c.history === undefined) missing.push("/history");
  // A day that stands for all others where the days can't be listed.
  let days: string[] | null;
  if (attendedMode && attendedDays !== undefined) {
    days = attendedDays.filter((day) => (from === undefined || day >= from) && (to === undefined || day <= to));
  } else {
    days = from === undefined || to === undefined ? null : daysBetween(from, to);
  }
  const gone = (day: string): boolean =>
    (periods ?? []).some((period) => inside(day, period)) ||
    (c.history ?? []).some((entry) => isAllowance(entry) && inside(day, entry));
  const left = days?.filter((day) => !gone(day)) ?? null;
  if (left?.length === 0) return { left: 0, certain: 0, missing: [] };
  const may = (span: { from?: string; to?: string }): boolean =>
    left === null
      ? span.from === undefined || span.to === undefined || span.from <= span.to
      : left.some((day) => mayBeInside(day, span));
  let covered = c.history !== undefined;
  for (const [at, entry] of (c.history ?? []).entries()) {
    const open = entry.from === undefined || entry.to === undefined;
    if (isAllowance(entry) && open) {
      missing.push("/history");
      covered = false;
    }
    if (entry.benefit === undefined && may(entry)) {
      missing.push(`/history/${at}/benefit`, ...(open ? ["/history"] : []));
      covered = false;
    }
  }
  const whole = covered && left !== null && periods !== undefined && !(attendedMode && attendedDays === undefined);
  for (const [at, period] of (periods ?? []).entries()) {
    if (!may(period)) continue;
    if (period.from === undefined) missing.push(`${path}/${at}/from`);
    if (period.to === undefined) missing.push(`${path}/${at}/to`);
  }
  const certain = whole ? left.filter((day) => !periods.some((period) => mayBeInside(day, period))).length : 0;
  return { left: left?.length ?? 1, certain, missing };
}

export function notOnBenefit(c: Case, p: Parameters): Answer {
  const { left, certain, missing } = paidDays(c, p);
  if (left === 0) return NO;
  return certain > 0 ? YES : unknown(...missing);
}

/** The tests of 2.0.0: those of 1.0.0, with what is changed and what is added. */
export function secondTests(c: Case, first: Record<string, Answer>, p: Parameters): Record<string, Answer> {
  const start = { "in-programme": inProgramme(c, p), "facts-agree": factsAgree(c) };
  const all: Record<string, Answer> = { ...start, ...first };
  switch (c.benefit as ContractBenefit) {
    case "unemployed-training":
      all["eligible-person"] = some(all["eligible-person"] ?? NO, servedThemselves(c));
      return all;
    case "skill-upgrade":
      return { ...all, "level-5-4-3": certificateLevel(c, 5, 4, 3), employed: employed(c) };
    case "technician-award":
      return { ...all, "issued-since": technicianSince(c, p) };
    case "degree-award":
      return { ...all, "higher-than-before": higherThanBefore(c) };
    case "living-allowance":
      return { ...all, "eligible-person": livingEligible(c, p), "not-on-benefit": notOnBenefit(c, p) };
    case "work-for-training":
      return { ...all, "eligible-person": workEligible(c) };
    case "special-operation":
      return {
        ...all,
        trained: hoursComplete(c),
        "no-monthly-pension": about("/person/monthlyPension", c.person?.monthlyPension, (pension) => !pension),
      };
    default:
      return all;
  }
}
