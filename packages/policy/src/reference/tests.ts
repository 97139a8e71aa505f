/** The tests of every benefit, in the words and the order of the contract's table. */
import type { Case } from "../types.ts";
import type { ContractBenefit } from "../vocabulary.ts";
import { monthsLater } from "./calendar.ts";
import {
  allowanceDays,
  certificateKind,
  certificateLevel,
  employed,
  fewerInYear,
  inGroups,
  monthsGranted,
  neverGranted,
  notGrantedAtEmployer,
  notGrantedForSame,
  notRepeated,
} from "./facts.ts";
import type { Answer } from "./three-valued.ts";
import { about, absentOf, answer, every, NO, not, some, unknown, YES } from "./three-valued.ts";

function withinTwelveMonths(c: Case): Answer {
  const hired = c.employment?.hiredOn;
  const from = c.training?.from;
  if (hired === undefined || from === undefined) {
    return unknown(...absentOf({ "/employment/hiredOn": hired, "/training/from": from }));
  }
  return answer(hired <= from && from <= monthsLater(hired, 12));
}

/** A decimal in millionths, so that hours and the ratio compare exactly. */
function exact(value: number): bigint {
  return BigInt(Math.round(value * 1e6));
}

export function hoursComplete(c: Case): Answer {
  const { requiredHours: required, offlineHours: offline, onlineHours: online } = c.training ?? {};
  const ratio = c.parameters?.["onlineHours.ratio"] ?? 0.5;
  if (required === undefined || offline === undefined || online === undefined) {
    const paths = { "/training/requiredHours": required, "/training/offlineHours": offline };
    return unknown(...absentOf({ ...paths, "/training/onlineHours": online }));
  }
  const cap = exact(Number(ratio)) * exact(required);
  const counted = exact(online) * 1_000_000n < cap ? exact(online) * 1_000_000n : cap;
  return answer(exact(offline) * 1_000_000n + counted >= exact(required) * 1_000_000n);
}

/** No `inPlaceOf`: the trainee trains for themselves. */
function inPlaceOfRelative(c: Case): Answer {
  const other = c.person?.inPlaceOf;
  if (other === undefined) return NO;
  const served = new Set(["poor", "registered-poor", "minimum-living", "severely-disabled"]);
  return every(
    about("/person/inPlaceOf/relation", other.relation, (relation) => ["spouse", "parent", "child"].includes(relation)),
    about("/person/inPlaceOf/groups", other.groups, (groups) => groups.some((group) => served.has(group))),
  );
}

function unemployedOrServed(c: Case): Answer {
  const trainingNeed = about("/person/trainingNeed", c.person?.trainingNeed, (need) => need);
  return some(inGroups(c, "registered-unemployed"), every(trainingNeed, not(employed(c))), inPlaceOfRelative(c));
}

/** Asked for three kinds of certificate only; the test is met for the others. */
function localInstitution(c: Case): Answer {
  const local = about("/training/institution/local", c.training?.institution?.local, (value) => value);
  return some(not(certificateKind(c, "special-ability", "special-operation", "completion")), local);
}

function notOnBenefit(c: Case): Answer {
  const { certain, missing } = allowanceDays(c);
  if (certain > 0) return YES;
  return missing.length > 0 ? unknown(...missing) : NO;
}

function sixMonths(c: Case): Answer {
  const { months, missing } = monthsGranted(c);
  if (months >= 6) return NO;
  return missing.length > 0 ? unknown(...missing) : YES;
}

function pensionPaidNow(c: Case): Answer {
  return about("/insurance/pensionPaidNow", c.insurance?.pensionPaidNow, (value) => value);
}

const ORDER_CLASS = (c: Case): Record<string, Answer> => ({
  "at-vocational-school": about(
    "/training/institution/kind",
    c.training?.institution?.kind,
    (kind) => kind === "vocational-school",
  ),
  "class-of-twenty": about("/training/classSize", c.training?.classSize, (size) => size >= 20),
});

const PRE_JOB = (c: Case): Record<string, Answer> => ({
  "contract-one-year": about("/employment/contractMonths", c.employment?.contractMonths, (months) => months >= 12),
  "within-twelve-months": withinTwelveMonths(c),
  "certificate-kind": certificateKind(c, "professional-qualification", "skill-level", "special-ability", "completion"),
  "not-work-for-training": notGrantedAtEmployer(c, "work-for-training"),
  "not-repeated": notRepeated(c),
});

const SKILL_UPGRADE = (c: Case): Record<string, Answer> => ({
  "unemployment-insurance-12": about(
    "/insurance/unemploymentMonths",
    c.insurance?.unemploymentMonths,
    (months) => months >= 12,
  ),
  "certificate-kind": certificateKind(c, "professional-qualification", "skill-level"),
  "level-5-4-3": certificateLevel(c, 5, 4, 3),
  "issued-from-2019": about("/certificate/issuedOn", c.certificate?.issuedOn, (day) => day >= "2019-01-01"),
  "not-provincial-shortage": notGrantedForSame(c, ["provincial-shortage"]),
  "not-repeated": notRepeated(c),
});

const DEGREE_AWARD = (c: Case): Record<string, Answer> => ({
  "pension-12": about("/insurance/pensionMonths", c.insurance?.pensionMonths, (months) => months >= 12),
  employed: employed(c),
  local: about("/employment/local", c.employment?.local, (value) => value),
  "pension-paid-now": pensionPaidNow(c),
  "degree-college-up": about("/degree/level", c.degree?.level, (level) => level !== "secondary"),
  "obtained-since": about("/degree/obtainedOn", c.degree?.obtainedOn, (day) => day >= "2019-12-31"),
  once: neverGranted(c, "degree-award"),
});

const UNEMPLOYED_TRAINING = (c: Case): Record<string, Answer> => ({
  "eligible-person": unemployedOrServed(c),
  "no-monthly-pension": about("/person/monthlyPension", c.person?.monthlyPension, (pension) => !pension),
  "hours-complete": hoursComplete(c),
  "certificate-kind": certificateKind(
    c,
    "professional-qualification",
    "skill-level",
    "special-ability",
    "special-operation",
    "completion",
  ),
  "local-institution": localInstitution(c),
  "three-a-year": fewerInYear(c, "unemployed-training", 3),
  "not-repeated": notRepeated(c),
});

const WORK_FOR_TRAINING = (c: Case): Record<string, Answer> => ({
  "eligible-person": some(
    inGroups(c, "registered-poor", "minimum-living", "poor"),
    every(inGroups(c, "hard-to-employ", "zero-employment-family"), pensionPaidNow(c)),
  ),
  employed: employed(c),
  "six-months": sixMonths(c),
  "not-pre-job": notGrantedAtEmployer(c, "pre-job"),
});

/** Every test of the benefit by its id. */
export const TESTS: Record<ContractBenefit, (c: Case) => Record<string, Answer>> = {
  "order-class": ORDER_CLASS,
  "pre-job": PRE_JOB,
  "on-job": (c) => ({
    employed: employed(c),
    "not-repeated": c.certificate === undefined ? YES : notRepeated(c),
  }),
  "skill-upgrade": SKILL_UPGRADE,
  "technician-award": (c) => ({
    employed: employed(c),
    "certificate-kind": certificateKind(c, "professional-qualification", "skill-level"),
    "level-2-1": certificateLevel(c, 2, 1),
    "not-repeated": notRepeated(c),
  }),
  "degree-award": DEGREE_AWARD,
  apprenticeship: (c) => ({
    employed: employed(c),
    "level-4-3-2-1": about("/apprenticeship/targetLevel", c.apprenticeship?.targetLevel, (level) => level <= 4),
  }),
  "unemployed-training": UNEMPLOYED_TRAINING,
  "living-allowance": (c) => ({
    "eligible-person": some(
      every(inGroups(c, "registered-unemployed"), inGroups(c, "hard-to-employ")),
      inGroups(c, "registered-poor"),
    ),
    "not-on-benefit": notOnBenefit(c),
  }),
  "work-for-training": WORK_FOR_TRAINING,
  "startup-training": (c) => ({
    "eligible-person": inGroups(c, "returning-graduate", "registered-unemployed"),
    "course-kind": about("/training/course", c.training?.course, () => true),
    "certificate-present": about("/certificate/kind", c.certificate?.kind, () => true),
    "course-once": neverGranted(c, "startup-training"),
  }),
  "special-operation": (c) => ({
    "certificate-kind": certificateKind(c, "special-operation", "special-equipment", "safety-management"),
    "not-repeated": notRepeated(c),
  }),
  "project-training": (c) => ({
    admitted: about("/training/institution/admitted", c.training?.institution?.admitted, (value) => value),
  }),
};
