/** The values of each fact around which a benefit's answer can change: at every bound, and one step to each side. */
import { dateNumber, dateText, daysInMonth, monthsAfterNumber } from "../dates.ts";
import type { CivilDate } from "../dates.ts";
import { BOOLEAN_FACTS, CODE_FACTS, DATE_FACTS } from "../facts.ts";
import { yearsOf } from "../mechanisms/age.ts";
import { testsWithin } from "../mechanisms/index.ts";
import { codesOf } from "../mechanisms/one-of.ts";
import type { Benefit } from "../package-types.ts";
import { getAt } from "../pointer.ts";
import type { Case } from "../types.ts";
import { GROUPS, idsOf, RELATIONS, STAGES } from "../vocabulary.ts";

/** The day before and after, for neighbours of a bound. */
export function neighbours(day: CivilDate): CivilDate[] {
  const number = dateNumber(day);
  const year = Math.floor(number / 10000);
  const month = Math.floor(number / 100) % 100;
  const of = number % 100;
  const first = of === 1;
  const last = of === daysInMonth(year, month);
  const monthBefore = monthsAfterNumber(day, -1);
  const before = first
    ? Math.floor(monthBefore / 100) * 100 +
      daysInMonth(Math.floor(monthBefore / 10000), Math.floor(monthBefore / 100) % 100)
    : number - 1;
  const after = last ? Math.floor(monthsAfterNumber(day, 1) / 100) * 100 + 1 : number + 1;
  return [dateText(before), day, dateText(after)];
}

/** Every fact that the benefit's tests or amount choose by, with the values to try, for one case as a start. */
export function boundariesOf(benefit: Benefit, c: Case): Map<string, unknown[]> {
  const values = new Map<string, unknown[]>();
  const add = (path: string, more: readonly unknown[]): void => {
    values.set(path, [...(values.get(path) ?? []), ...more]);
  };
  for (const test of benefit.tests.flatMap((one) => testsWithin(one.rule))) {
    if (test.kind === "compare" && typeof test.bound === "number") {
      add(test.fact, [Math.max(0, test.bound - 1), test.bound, test.bound + 1]);
    } else if (test.kind === "date-compare" && typeof test.day === "string") {
      add(test.fact, neighbours(test.day));
    } else if (test.kind === "within-months") {
      const since = DATE_FACTS[test.since].read(c);
      if (since !== undefined) {
        add(test.fact, [...neighbours(since), ...neighbours(dateText(monthsAfterNumber(since, test.months)))]);
      }
    } else if (test.kind === "groups") {
      add(test.fact, [[], ...idsOf(GROUPS).map((group) => [group])]);
    } else if (test.kind === "age") {
      const day = DATE_FACTS[test.on].read(c);
      for (const years of Object.values(yearsOf(test)))
        if (day !== undefined && typeof years === "number")
          add("/person/birthDate", neighbours(dateText(monthsAfterNumber(day, -12 * years))));
    } else if (test.kind === "in-place-of") {
      add(
        "/person/inPlaceOf",
        idsOf(RELATIONS).map((relation) => ({ relation, groups: test.groups })),
      );
    }
  }
  // Anything with a short list of values: all of them.
  for (const path of Object.keys(BOOLEAN_FACTS)) if (getAt(c, path) !== undefined) add(path, [true, false]);
  for (const [path, fact] of Object.entries(CODE_FACTS))
    if (getAt(c, path) !== undefined) add(path, codesOf(fact.names));
  if (benefit.amount.kind === "staged") add("/stage", idsOf(STAGES));
  return values;
}
