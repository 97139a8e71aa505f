/** The questions of the contract that several benefits ask. */
import type { Case, HistoryEntry, Period } from "../types.ts";
import { daysBetween } from "./calendar.ts";
import type { Answer } from "./three-valued.ts";
import { about, absentOf, answer, every, NO, not, some, unknown } from "./three-valued.ts";

/** Belonging to any of the groups; a list that is present is complete. */
export function inGroups(c: Case, ...wanted: string[]): Answer {
  return about("/person/groups", c.person?.groups, (groups) => groups.some((group) => wanted.includes(group)));
}

export function employed(c: Case): Answer {
  return about("/employment/employed", c.employment?.employed, (value) => value);
}

export function certificateKind(c: Case, ...wanted: string[]): Answer {
  return about("/certificate/kind", c.certificate?.kind, (kind) => wanted.includes(kind));
}

export function certificateLevel(c: Case, ...wanted: number[]): Answer {
  return about("/certificate/level", c.certificate?.level, (level) => level !== null && wanted.includes(level));
}

/** A grant of one of the benefits, as far as the entry tells. */
function entryIs(entry: HistoryEntry, at: number, benefits: readonly string[]): Answer {
  return about(`/history/${at}/benefit`, entry.benefit, (benefit) => benefits.includes(benefit));
}

/**
 * The same occupation, level or employer. An entry's `null` says that the grant had none, which nothing that the case
 * names can equal; what the case does not name is unknown.
 */
function sameKey(ownPath: string, own: unknown, path: string, theirs: unknown): Answer {
  const missing = absentOf({ [ownPath]: own, [path]: theirs });
  return missing.length > 0 ? unknown(...missing) : answer(own === theirs);
}

function sameOccupation(c: Case, entry: HistoryEntry, at: number): Answer {
  const own = c.certificate?.occupation;
  return sameKey("/certificate/occupation", own, `/history/${at}/occupation`, entry.occupation);
}

function sameLevel(c: Case, entry: HistoryEntry, at: number): Answer {
  return sameKey("/certificate/level", c.certificate?.level, `/history/${at}/level`, entry.level);
}

/** No grant of the benefits for the same occupation and level. */
export function notGrantedForSame(c: Case, benefits: readonly string[]): Answer {
  const { occupation, level } = c.certificate ?? {};
  if (c.history === undefined) {
    return unknown("/history", ...absentOf({ "/certificate/occupation": occupation, "/certificate/level": level }));
  }
  const same = c.history.map((entry, at) =>
    every(entryIs(entry, at, benefits), sameOccupation(c, entry, at), sameLevel(c, entry, at)),
  );
  return not(some(NO, ...same));
}

export function notRepeated(c: Case): Answer {
  const benefits = ["pre-job", "on-job", "skill-upgrade", "technician-award", "unemployed-training"];
  return notGrantedForSame(c, [...benefits, "special-operation"]);
}

/** No grant of the benefit with the same employer. */
export function notGrantedAtEmployer(c: Case, benefit: string): Answer {
  const employer = c.employment?.employer;
  if (c.history === undefined) return unknown("/history", ...absentOf({ "/employment/employer": employer }));
  const same = c.history.map((entry, at) =>
    every(
      entryIs(entry, at, [benefit]),
      sameKey("/employment/employer", employer, `/history/${at}/employer`, entry.employer),
    ),
  );
  return not(some(NO, ...same));
}

/** No grant of the benefit at all. */
export function neverGranted(c: Case, benefit: string): Answer {
  if (c.history === undefined) return unknown("/history");
  return not(some(NO, ...c.history.map((entry, at) => entryIs(entry, at, [benefit]))));
}

/** Fewer than so many grants of the benefit in the calendar year of application. */
export function fewerInYear(c: Case, benefit: string, bound: number): Answer {
  if (c.history === undefined) return unknown("/history");
  const year = c.appliedOn.slice(0, 4);
  const grants = c.history.map((entry, at) =>
    every(
      entryIs(entry, at, [benefit]),
      about(`/history/${at}/on`, entry.on, (on) => on.startsWith(year)),
    ),
  );
  const counted = grants.filter((one) => one.met === true).length;
  const possible = grants.filter((one) => one.met === null);
  if (counted >= bound) return NO;
  if (counted + possible.length < bound) return answer(true);
  return unknown(...possible.flatMap((one) => one.missing));
}

/** Months of work for training granted, and the absent facts that keep them from being known. */
export function monthsGranted(c: Case): { months: number; missing: string[] } {
  if (c.history === undefined) return { months: 0, missing: ["/history"] };
  let months = 0;
  const missing: string[] = [];
  for (const [at, entry] of c.history.entries()) {
    const { met } = entryIs(entry, at, ["work-for-training"]);
    if (met === true) months += entry.months ?? 0;
    // Whatever it was, a grant of no months adds none.
    if (met === null && entry.months !== 0) missing.push(`/history/${at}/benefit`);
    if (met !== false && entry.months === undefined) missing.push(`/history/${at}/months`);
  }
  return { months, missing };
}

/** Whether a day lies in a period; an absent end leaves it open as to the days on that side. */
function dayInside(day: string, { from, to }: Period, path: string): Answer {
  return every(
    about(`${path}/from`, from, (first) => day >= first),
    about(`${path}/to`, to, (last) => day <= last),
  );
}

/** Training days outside every period of unemployment benefit: the certain ones, and what keeps others uncertain. */
export function allowanceDays(c: Case): { certain: number; missing: string[] } {
  const { from, to } = c.training ?? {};
  const periods = c.person?.unemploymentBenefit;
  const path = "/person/unemploymentBenefit";
  if (from === undefined || to === undefined || periods === undefined) {
    return { certain: 0, missing: absentOf({ "/training/from": from, "/training/to": to, [path]: periods }) };
  }
  let certain = 0;
  const missing: string[] = [];
  for (const day of daysBetween(from, to)) {
    const covered = some(NO, ...periods.map((period, at) => dayInside(day, period, `${path}/${at}`)));
    if (covered.met === false) certain += 1;
    missing.push(...covered.missing);
  }
  return { certain, missing };
}
