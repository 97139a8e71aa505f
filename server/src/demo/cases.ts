import { addDays } from "@jinengtong/standards";
import {
  addDemoCancellations,
  addDemoClaims,
  addDemoObjections,
  type ClaimFate,
  type MadeClaim,
} from "../entitlement/index.ts";
import type { Course, DemoCounty } from "../kernel/demo/county.ts";
import { addDemoLane } from "../organisations/index.ts";
import { addDemoClass } from "../training/index.ts";

const fates = (to: ClaimFate["to"], ...agos: number[]): ClaimFate[] => agos.map((ago) => ({ to, ago }));
const payable = (source: string, ...agos: number[]): ClaimFate[] => agos.map((ago) => ({ to: "payable", ago, source }));

/** Claims of a class that ended two months ago: every desk has some from today, some from last week, some late. */
const LATELY: readonly ClaimFate[] = [
  ...fates("submitted", 0, 1, 3, 5, 8, 12, 19, 23),
  ...fates("first-passed", 0, 1, 2, 5, 9, 15, 20),
  ...fates("returned", 2, 6, 9),
  ...fates("withdrawn", 4),
  ...fates("refused", 5, 12),
  ...fates("appealed", 0, 1, 3, 6, 9, 12),
  ...fates("approved", 0, 1, 2),
  ...fates("publicised", 0, 1, 1, 2, 2, 3),
  ...fates("objected", 0, 1, 2, 3, 4, 6, 9, 11),
];
/** Claims of a class that ended half a year ago: money waiting, paid, and demanded back. */
const LATER: readonly ClaimFate[] = [
  ...payable("SYBX", 0, 0, 0, 1, 1, 1, 2, 2, 5, 6, 7),
  ...payable("JYBZ", 3, 6, 9),
  ...payable("DFRC", 4, 5, 8),
  ...fates("recovering", 2, 5, 9, 14, 20, 33, 41, 50),
  ...fates("recovered", 6, 18, 30),
  ...fates("declined", 3, 7),
];
const LONG_AGO: readonly ClaimFate[] = fates("lapsed", 3, 6, 8);

/** Claims in every state and of different ages, whatever the size of the county, with objections and appeals. */
export function addCases(county: DemoCounty, courses: Record<"lately" | "later" | "operation", Course>): void {
  const school = county.organisations[2] ?? county.organisations[0];
  if (!school) return;
  const of = (course: Course, daysAgo: number, claims: readonly ClaimFate[]): MadeClaim[] => {
    // More than the number of claims, since a few learners fail.
    const size = Math.ceil(claims.length * 1.3) + 2;
    school.lanes.push(addDemoLane(county, school, 60 + school.lanes.length));
    const made = addDemoClass(county, { organisation: school, course, from: addDays(county.today, -daysAgo), size });
    return addDemoClaims(county, made, { fates: claims });
  };
  const half = Math.ceil(LATELY.length / 2);
  const lately = [of(courses.lately, 75, LATELY.slice(0, half)), of(courses.lately, 74, LATELY.slice(half))].flat();
  of(courses.later, 190, LATER);
  of(courses.later, 430, LONG_AGO);
  of(courses.operation, 60, [...fates("payable", 3, 4, 5, 6), ...fates("approved", 0, 1)]);
  addDemoCancellations(county, lately);
  addDemoObjections(county, lately);
}
