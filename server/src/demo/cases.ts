import { addDays } from "@jinengtong/standards";
import { demoAccount } from "./accounts.ts";
import { after, type Fate } from "./claim-steps.ts";
import type { MadeClaim } from "./claim-writer.ts";
import { addClaims } from "./claims.ts";
import { addClass } from "./classes.ts";
import { at, rowId, type County } from "./county.ts";
import type { Money } from "./money.ts";
import { addLane } from "./organisations.ts";
import type { Course } from "./plan.ts";

const fates = (to: Fate["to"], ...agos: number[]): Fate[] => agos.map((ago) => ({ to, ago }));
const payable = (source: string, ...agos: number[]): Fate[] => agos.map((ago) => ({ to: "payable", ago, source }));

/** Claims of a class that ended two months ago: at every desk some of today, some of last week, some that are late. */
const LATELY: readonly Fate[] = [
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
/** Of one that ended half a year ago: money waiting, paid, and demanded back. */
const LATER: readonly Fate[] = [
  ...payable("SYBX", 0, 0, 0, 1, 1, 1, 2, 2, 5, 6, 7),
  ...payable("JYBZ", 3, 6, 9),
  ...payable("DFRC", 4, 5, 8),
  ...fates("recovering", 2, 5, 9, 14, 20, 33, 41, 50),
  ...fates("recovered", 6, 18, 30),
  ...fates("declined", 3, 7),
];
const LONG_AGO: readonly Fate[] = fates("lapsed", 3, 6, 8);

/** Claims in every state and of different ages, whatever the size of the county, with what others have against them. */
export function addCases(
  county: County,
  money: Money,
  courses: Record<"lately" | "later" | "operation", Course>,
): void {
  const school = county.organisations[2] ?? county.organisations[0];
  if (!school) return;
  const of = (course: Course, daysAgo: number, claims: readonly Fate[]): MadeClaim[] => {
    // More than the claims: a few learners fail.
    const size = Math.ceil(claims.length * 1.3) + 2;
    school.lanes.push(addLane(county, school, 60 + school.lanes.length));
    const made = addClass(county, { organisation: school, course, from: addDays(county.today, -daysAgo), size });
    return addClaims(county, money, made, { fates: claims });
  };
  const half = Math.ceil(LATELY.length / 2);
  const lately = [of(courses.lately, 75, LATELY.slice(0, half)), of(courses.lately, 74, LATELY.slice(half))].flat();
  of(courses.later, 190, LATER);
  of(courses.later, 430, LONG_AGO);
  of(courses.operation, 60, [...fates("payable", 3, 4, 5, 6), ...fates("approved", 0, 1)]);
  addCancellations(county, lately);
  addOwnObjections(county, lately);
}

const DOUBTS = [
  "复核发现学员培训期间在外地参保，建议撤销核定",
  "考勤设备记录与签到地点不符，建议撤销后重新核查",
  "收款人账户与他人共用，核实前建议撤销",
  "学员来电说明未参加考核，证书待查",
] as const;

/** Approvals that one officer finds wrong and another has to decide on. */
function addCancellations(county: County, claims: readonly MadeClaim[]): void {
  const askers = [county.reviewers[1], demoAccount("reviewer3").id, county.reviewers[0]];
  const doubted = claims.filter(({ state }) => state === "publicised" || state === "objected").slice(0, 9);
  for (const [index, claim] of doubted.entries()) {
    county.sink.add("claim_cancellation", {
      id: rowId(county),
      claim_id: claim.id,
      reason: DOUBTS[index % DOUBTS.length],
      asked_by: askers[index % askers.length],
      asked_at: at(addDays(county.today, -1 - (index % 3)), "16:10:00"),
      decided_by: null,
      decided_at: null,
      agreed: null,
    });
  }
}

/** People whose name was used, or who think so. */
function addOwnObjections(county: County, claims: readonly MadeClaim[]): void {
  for (const [index, claim] of claims
    .filter(({ state }) => state === "submitted")
    .slice(4, 7)
    .entries()) {
    const raisedOn = addDays(county.today, -2 - 4 * index);
    county.sink.add("objection", {
      id: rowId(county),
      claim_id: claim.id,
      kind: "own",
      text: "这笔补贴写的课时比我实际上的多，请核对后再办。",
      contact_sealed: null,
      person_id: claim.personId,
      raised_at: at(raisedOn, "20:15:00"),
      due_on: after(raisedOn, 5),
      answer: null,
      upheld: null,
      answered_by: null,
      answered_at: null,
    });
  }
}
