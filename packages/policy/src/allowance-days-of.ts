/** The days that a granted case is paid for, where its benefit counts days. */
import type { Policy } from "./compile.ts";
import { dateOfNumber } from "./dates.ts";
import type { CivilDate } from "./dates.ts";
import { compileDays } from "./mechanisms/allowance-days.ts";
import { testsWithin } from "./mechanisms/index.ts";
import type { Case } from "./types.ts";

/** Days of a case's allowance in order; empty for a benefit that isn't counted by days, or where the days aren't known. */
export function allowanceDays(policy: Policy, c: Case): CivilDate[] {
  const node = policy.benefits
    .get(c.benefit)
    ?.source.tests.flatMap(({ rule }) => testsWithin(rule))
    .find((one) => one.kind === "allowance-days");
  if (node === undefined) return [];
  const days = compileDays(node, {
    parameter: (name) => {
      const reader = policy.parameters.get(name);
      if (reader === undefined) throw new RangeError(`${policy.id} has no parameter ${name}`);
      return reader;
    },
    benefit: (id) => id,
  }).days({ case: c, used: {} });
  return days.map(dateOfNumber);
}
