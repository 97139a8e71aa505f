/**
 * Meaning of the third part of the grammar, once more in plain code over whole numbers and calendar days, to hold the
 * engine against. It shares nothing with the engine but the shape of a case.
 */
import type { Case, HistoryEntry } from "../types.ts";
import { monthsLater } from "./calendar.ts";
import type { Answer } from "./three-valued.ts";
import { absentOf, answer, every, NO, unknown, YES } from "./three-valued.ts";

/** Full years on a day; a birthday on 29 February is kept on the 28th where there is no 29th. */
function fullYears(birth: string, day: string): number {
  let years = -1;
  while (monthsLater(birth, (years + 1) * 12) <= day) years += 1;
  return years;
}

/** Full years on the day of application, at least or under a bound that may be another for women and men. */
export function ageOnApplication(c: Case, is: "at-least" | "under", bounds: { F: number; M: number }): Answer {
  const { birthDate, sex } = c.person ?? {};
  const differ = bounds.F !== bounds.M;
  if (birthDate === undefined)
    return unknown(
      ...absentOf({ "/person/birthDate": birthDate }),
      ...(differ ? absentOf({ "/person/sex": sex }) : []),
    );
  const years = fullYears(birthDate, c.appliedOn);
  const bySex = (["F", "M"] as const)
    .filter((one) => sex === undefined || one === sex)
    .map((one) => (is === "at-least" ? years >= bounds[one] : years < bounds[one]));
  return new Set(bySex).size > 1 ? unknown("/person/sex") : answer(bySex[0] === true);
}

/** Whether a record is of the benefit, of the same occupation, and of a higher level than the certificate. */
function aboveBefore(c: Case, entry: HistoryEntry, at: number, benefits: readonly string[]): Answer {
  const place = `/history/${at}`;
  const ours = c.certificate?.level;
  const occupation = c.certificate?.occupation;
  const levels = [1, 2, 3, 4, 5];
  // Every pair of levels that the facts leave open.
  const open = (ours === undefined ? levels : [ours]).flatMap((own) =>
    (entry.level === undefined ? levels : [entry.level]).map((other) => own !== null && other !== null && other < own),
  );
  const level: Answer =
    new Set(open).size > 1
      ? unknown(...absentOf({ "/certificate/level": ours, [`${place}/level`]: entry.level }))
      : answer(open[0] === true);
  const benefit = entry.benefit === undefined ? unknown(`${place}/benefit`) : answer(benefits.includes(entry.benefit));
  const same =
    occupation === undefined || entry.occupation === undefined
      ? unknown(...absentOf({ "/certificate/occupation": occupation, [`${place}/occupation`]: entry.occupation }))
      : answer(occupation === entry.occupation);
  return every(benefit, same, level);
}

/** No lower level after a higher one of the same occupation. */
export function noLowerLevel(c: Case, benefits: readonly string[]): Answer {
  const level = c.certificate?.level;
  if (level === null || level === 1) return YES;
  if (c.history === undefined)
    return unknown(
      ...absentOf({ "/certificate/level": level, "/certificate/occupation": c.certificate?.occupation }),
      "/history",
    );
  const found = c.history.map((entry, at) => aboveBefore(c, entry, at, benefits));
  if (found.some(({ met }) => met === true)) return NO;
  const open = found.filter(({ met }) => met === null);
  return open.length === 0 ? YES : unknown(...open.flatMap(({ missing }) => missing));
}

/** The same course never twice. */
export function oncePerCourse(c: Case, benefit: string): Answer {
  const course = c.training?.course;
  if (c.history === undefined) return unknown(...absentOf({ "/training/course": course }), "/history");
  const missing: string[] = [];
  for (const [at, entry] of c.history.entries()) {
    if (entry.benefit !== undefined && entry.benefit !== benefit) continue;
    if (course !== undefined && entry.course !== undefined && course !== entry.course) continue;
    if (entry.benefit !== undefined && course !== undefined && entry.course !== undefined) return NO;
    missing.push(
      ...absentOf({
        [`/history/${at}/benefit`]: entry.benefit,
        "/training/course": course,
        [`/history/${at}/course`]: entry.course,
      }),
    );
  }
  return missing.length === 0 ? YES : unknown(...missing);
}

/** Whole fen of `over / under`, half up. */
function halfUp(over: bigint, under: bigint): number {
  return Number((2n * over + under) / (2n * under));
}

/** Standard × per cent, not under and not over a bound. */
export function boundedRate(standard: number, percent: number, least: number, most: number): number {
  const fen = BigInt(standard) * BigInt(percent);
  const floor = BigInt(least) * 100n;
  const ceiling = BigInt(most) * 100n;
  const raised = fen < floor ? floor : fen;
  return halfUp(raised > ceiling ? ceiling : raised, 100n);
}

/** So much a day, of which a part only where there are fewer days than a bound. */
export function partBelow(dayFen: number, days: number, bound: number, percent: number): number {
  return halfUp(BigInt(dayFen) * BigInt(days) * (days < bound ? BigInt(percent) : 100n), 100n);
}

/** So much a month, by days of thirty. */
export function byDays(monthFen: number, days: number): number {
  return halfUp(BigInt(monthFen) * BigInt(days), 30n);
}

/** The smaller of an hour's fen × hours and a ceiling, × heads. */
export function cappedProduct(hourFen: number, hours: number, ceiling: number, heads: number): number {
  const product = BigInt(hourFen) * BigInt(hours);
  return Number((product < BigInt(ceiling) ? product : BigInt(ceiling)) * BigInt(heads));
}
