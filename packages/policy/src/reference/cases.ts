/**
 * Cases around the contract's bounds: for each benefit one that is granted, with a few of its facts dropped or
 * changed to values on either side of a bound. Cases drawn at random are nearly always refused for several reasons
 * at once, which hides everything that comes after the refusal.
 */
import fc from "fast-check";
import { dropAt, getAt, setAt } from "../pointer.ts";
import { leavesOf } from "../test/paths.ts";
import type { Case, HistoryEntry } from "../types.ts";
import type { BenefitId } from "../vocabulary.ts";
import {
  BENEFITS,
  CERTIFICATE_KINDS,
  COURSES,
  DEGREES,
  GROUPS,
  HISTORY_BENEFITS,
  idsOf,
  INSTITUTION_KINDS,
} from "../vocabulary.ts";

const EMPLOYER = "91320682MA10000390";
const OCCUPATION = "6-31-01-03";

/** Everything known, and nothing against any benefit but the certificate's kind and the group. */
const PLAIN: Omit<Case, "id" | "benefit"> = {
  appliedOn: "2020-06-01",
  stage: "settlement",
  person: {
    birthDate: "1985-03-02",
    sex: "F",
    groups: ["registered-unemployed", "hard-to-employ"],
    trainingNeed: true,
    monthlyPension: false,
    unemploymentBenefit: [{ from: "2020-01-01", to: "2020-03-05" }],
  },
  employment: { employer: EMPLOYER, employed: true, local: true, hiredOn: "2020-01-05", contractMonths: 12 },
  insurance: { unemploymentMonths: 12, pensionMonths: 12, pensionPaidNow: true },
  training: {
    from: "2020-03-01",
    to: "2020-03-20",
    institution: { kind: "vocational-school", local: true, admitted: true },
    requiredHours: 60,
    offlineHours: 40,
    onlineHours: 40,
    inCatalogue: true,
    actualCostFen: 90_001,
    assessmentFeeFen: 20_000,
    classSize: 20,
    finishers: 22,
    costPerHeadFen: 100_000,
    course: "syb",
  },
  certificate: { kind: "skill-level", occupation: OCCUPATION, level: 4, issuedOn: "2020-04-01" },
  degree: { level: "college", obtainedOn: "2019-12-31" },
  apprenticeship: { targetLevel: 4, years: 1, planned: 33, finishers: 32, advancePaidFen: 6_600_000 },
  project: { contractFen: 5_000_001, acceptedFen: 4_800_000, advancePaidFen: 2_500_000 },
  workForTraining: { months: 3 },
  standard: { trainingFen: 100_001, assessmentFen: 20_000, shortage: false },
  history: [],
  parameters: {
    "livingAllowance.perDayFen": 4001,
    "workForTraining.perMonthFen": 50_001,
    "technicianAward.level2Fen": 150_000,
    "technicianAward.level1Fen": 200_000,
    "startup.sybFen": 80_000,
    "startup.simulationFen": 90_000,
    "startup.onlineBusinessFen": 100_000,
    "startup.abilityFen": 110_000,
    "startup.awardFen": 30_000,
  },
};

/** Facts by which a benefit's plain case differs from the common one. */
const OWN: Partial<Record<BenefitId, Record<string, unknown>>> = {
  "technician-award": { "/certificate/level": 2 },
  "work-for-training": { "/person/groups": ["hard-to-employ"] },
  "special-operation": { "/certificate/kind": "special-operation" },
};

/** A case in which everything is known and the benefit is granted. */
export function grantedCase(benefit: BenefitId): Case {
  const plain: Case = { id: "c", benefit, ...PLAIN };
  return Object.entries(OWN[benefit] ?? {}).reduce((c, [path, value]) => setAt(c, path, value), plain);
}

/** Both sides of the fixed dates, month ends, leap days, and twelve months after them. */
const DAYS = `
  2018-12-31 2019-01-01 2019-02-28 2019-12-30 2019-12-31 2020-01-01 2020-01-05 2020-01-31
  2020-02-28 2020-02-29 2020-03-01 2020-03-02 2020-03-09 2020-03-10 2020-03-20 2020-03-21
  2020-12-31 2021-01-01 2021-01-05 2021-12-31 2022-01-01 2022-12-31 2023-01-01 2021-01-06 2021-01-31 2021-02-28 2021-03-01 2021-03-02
`;
const day = fc.constantFrom(...DAYS.trim().split(/\s+/u));
const months = fc.constantFrom(0, 1, 2, 3, 5, 6, 7, 11, 12, 13);
const flag = fc.boolean();
const level = fc.constantFrom(1, 2, 3, 4, 5);
const fen = fc.constantFrom(0, 1, 2, 3, 49, 50, 99_999, 100_000, 100_001, 2_500_000, 2_500_001, 12_800_000, 12_800_001);
const heads = fc.constantFrom(0, 1, 19, 20, 21, 33);
const hours = fc.constantFrom(0, 0.1, 0.2, 0.3, 18, 20, 29.9, 30, 39.9, 40, 59.9, 60, 60.1);
const groups = fc.uniqueArray(fc.constantFrom(...idsOf(GROUPS).slice(0, 8), "returning-graduate"), { maxLength: 3 });
const relation = fc.constantFrom("spouse", "parent", "child", "sibling", "cousin");
const occupation = fc.constantFrom(OCCUPATION, "6-18-02-04");
const employer = fc.constantFrom(EMPLOYER, "91110000600037341L");

/** A record of which any property may be absent. */
function partly<T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<unknown> {
  return fc.record<T, never>(model, { requiredKeys: [] });
}

const entryModel = {
  benefit: fc.constantFrom(...idsOf(HISTORY_BENEFITS)),
  occupation: fc.option(occupation, { nil: null }),
  level: fc.option(fc.constantFrom(2, 4, 5), { nil: null }),
  on: day,
  employer: fc.option(employer, { nil: null }),
  months: fc.constantFrom(0, 1, 3, 5, 6),
  from: day,
  to: day,
};
const entries = fc.array(
  fc.oneof({ weight: 3, arbitrary: fc.record(entryModel) }, partly<HistoryEntry>(entryModel as never)),
  {
    maxLength: 5,
  },
);
const periods = fc.array(fc.oneof(fc.record({ from: day, to: day }), partly({ from: day, to: day })), { maxLength: 4 });

/** Values around the bounds for every leaf of a case. */
const VALUES: Record<string, fc.Arbitrary<unknown>> = {
  "/appliedOn": day,
  "/stage": fc.constantFrom("advance", "settlement"),
  "/person/groups": groups,
  "/person/trainingNeed": flag,
  "/person/monthlyPension": flag,
  "/person/priorDegree": fc.option(fc.constantFrom(...idsOf(DEGREES)), { nil: null }),
  "/training/attendedDays": fc.uniqueArray(day, { maxLength: 6 }),
  "/parameters/programme.until": fc.constantFrom("2020-02-29", "2020-12-31", "2021-02-28", "2021-12-31"),
  "/parameters/livingAllowance.days": fc.constantFrom("attended", "calendar"),
  "/parameters/livingAllowance.who": fc.constantFrom("wide", "narrow"),
  "/parameters/technicianAward.since": fc.constantFrom("2019-01-01", "2020-04-01", "2020-04-02"),
  "/parameters/onJob.outsideCatalogueCapFen": fc.constantFrom(0, 1, 109_999, 110_000, 110_001, 110_002),
  "/person/unemploymentBenefit": periods,
  "/person/inPlaceOf": partly({ relation, groups }),
  "/employment/employer": employer,
  "/employment/employed": flag,
  "/employment/local": flag,
  "/employment/hiredOn": day,
  "/employment/contractMonths": months,
  "/insurance/unemploymentMonths": months,
  "/insurance/pensionMonths": months,
  "/insurance/pensionPaidNow": flag,
  "/training/from": day,
  "/training/to": day,
  "/training/institution/kind": fc.constantFrom(...idsOf(INSTITUTION_KINDS)),
  "/training/institution/local": flag,
  "/training/institution/admitted": flag,
  "/training/requiredHours": hours,
  "/training/offlineHours": hours,
  "/training/onlineHours": hours,
  "/training/inCatalogue": flag,
  "/training/actualCostFen": fen,
  "/training/assessmentFeeFen": fen,
  "/training/classSize": heads,
  "/training/finishers": heads,
  "/training/costPerHeadFen": fen,
  "/training/course": fc.constantFrom(...idsOf(COURSES)),
  "/certificate/kind": fc.constantFrom(...idsOf(CERTIFICATE_KINDS)),
  "/certificate/occupation": fc.option(occupation, { nil: null }),
  "/certificate/level": fc.option(level, { nil: null }),
  "/certificate/issuedOn": day,
  "/degree/level": fc.constantFrom(...idsOf(DEGREES)),
  "/degree/obtainedOn": day,
  "/apprenticeship/targetLevel": level,
  "/apprenticeship/years": fc.constantFrom(0, 1, 2, 3),
  "/apprenticeship/planned": heads,
  "/apprenticeship/finishers": heads,
  "/apprenticeship/advancePaidFen": fen,
  "/project/contractFen": fen,
  "/project/acceptedFen": fen,
  "/project/advancePaidFen": fen,
  "/workForTraining/months": months,
  "/standard/trainingFen": fen,
  "/standard/assessmentFen": fen,
  "/standard/shortage": flag,
  "/history": entries,
  "/parameters/onlineHours.ratio": fc.constantFrom(0, 0.1, 0.3, 0.333, 0.5, 1),
  "/parameters/skillUpgrade.shortageReading": fc.constantFrom("multiply", "add"),
  "/parameters/startup.awardFen": fen,
  "/parameters/livingAllowance.perDayFen": fen,
};

const BLOCKS = [
  "/person",
  "/employment",
  "/insurance",
  "/training",
  "/training/institution",
  "/certificate",
  "/degree",
  "/apprenticeship",
  "/project",
  "/workForTraining",
  "/standard",
  "/parameters",
  "/person/inPlaceOf",
];

type Edit = (c: Case) => Case;

/** Drops one of the facts that the case has. */
const dropFact: fc.Arbitrary<Edit> = fc.nat().map((pick) => (c) => {
  const paths = leavesOf(c).filter((path) => !["/id", "/benefit", "/appliedOn"].includes(path));
  const path = paths[pick % Math.max(1, paths.length)];
  return path === undefined ? c : dropAt(c, path);
});

/** Drops a list, which is no leaf to the drop above. */
const dropList: fc.Arbitrary<Edit> = fc
  .constantFrom("/history", "/person/groups", "/person/unemploymentBenefit")
  .map((path) => (c) => dropAt(c, path));

const dropBlock: fc.Arbitrary<Edit> = fc.constantFrom(...BLOCKS).map((path) => (c) => dropAt(c, path));

const emptyBlock: fc.Arbitrary<Edit> = fc
  .constantFrom(...BLOCKS)
  .map((path) => (c) => (getAt(c, path) === undefined ? c : setAt(c, path, {})));

const change: fc.Arbitrary<Edit> = fc
  .constantFrom(...Object.keys(VALUES))
  .chain((path) => (VALUES[path] ?? fc.constant(undefined)).map((value) => (c: Case) => setAt(c, path, value)));

const pastGrants: fc.Arbitrary<Edit> = entries.map((history) => (c) => setAt(c, "/history", history));

const edit = fc.oneof(
  { weight: 6, arbitrary: change },
  { weight: 2, arbitrary: pastGrants },
  { weight: 2, arbitrary: dropFact },
  dropList,
  dropBlock,
  emptyBlock,
);

/** Values of the plain case that the second part of the contract needs changed. */
const SECOND: Record<string, unknown> = {
  "/person/priorDegree": "secondary",
  "/training/classSize": 22,
  "/training/attendedDays": ["2020-03-01", "2020-03-05", "2020-03-06", "2020-03-09", "2020-03-10", "2020-03-20"],
};

/** A case that 2.0.0 grants. */
export function grantedCaseOfSecond(benefit: BenefitId): Case {
  const unemployed = benefit === "unemployed-training" || benefit === "living-allowance";
  const own = unemployed ? { ...SECOND, "/employment/employed": false } : SECOND;
  return Object.entries(own).reduce((c, [path, value]) => setAt(c, path, value), grantedCase(benefit));
}

/** A case near the bounds of its benefit, of the second part of the contract. */
export const boundaryCaseOfSecond: fc.Arbitrary<Case> = fc
  .tuple(fc.constantFrom(...idsOf(BENEFITS)), fc.array(edit, { maxLength: 7 }))
  .map(([benefit, edits]) => edits.reduce((c, apply) => apply(c), grantedCaseOfSecond(benefit)))
  .filter((c) => (c.training?.requiredHours ?? 1) >= 1);

const OF_SECOND = [
  "/person/priorDegree",
  "/training/attendedDays",
  ...["programme.until", "livingAllowance.days", "livingAllowance.who", "technicianAward.since"].map(
    (name) => `/parameters/${name}`,
  ),
  "/parameters/onJob.outsideCatalogueCapFen",
];

/** The case without what only the second part of the contract knows. */
function ofFirst(c: Case): Case {
  let first = OF_SECOND.reduce((one, path) => dropAt(one, path), c);
  for (const path of ["/certificate/occupation", "/certificate/level"])
    if (getAt(first, path) === null) first = dropAt(first, path);
  for (const at of (c.history ?? []).keys()) first = dropAt(dropAt(first, `/history/${at}/from`), `/history/${at}/to`);
  return first;
}

/** A case near the bounds of its benefit. */
export const boundaryCase: fc.Arbitrary<Case> = fc
  .tuple(fc.constantFrom(...idsOf(BENEFITS)), fc.array(edit, { maxLength: 7 }))
  .map(([benefit, edits]) => ofFirst(edits.reduce((c, apply) => apply(c), grantedCase(benefit))));
