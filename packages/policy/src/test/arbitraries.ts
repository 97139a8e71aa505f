/** Random cases: every fact there or not, with values around the bounds that the packages use. */
import fc from "fast-check";
import type { Case, HistoryEntry } from "../types.ts";
import {
  BENEFITS,
  CERTIFICATE_KINDS,
  COURSES,
  DEGREES,
  GROUPS,
  HISTORY_BENEFITS,
  idsOf,
  INSTITUTION_KINDS,
  RELATIONS,
  STAGES,
} from "../vocabulary.ts";

const date = fc
  .integer({ min: 0, max: 1500 })
  .map((days) => new Date(Date.UTC(2018, 10, 1 + days)).toISOString().slice(0, 10));
const flag = fc.boolean();
const level = fc.constantFrom(1, 2, 3, 4, 5);
const groups = fc.uniqueArray(fc.constantFrom(...idsOf(GROUPS)), { maxLength: 3 });
const months = fc.integer({ min: 0, max: 14 });
const money = fc.oneof(fc.constantFrom(0, 1, 3, 10, 99_999, 100_000, 100_001), fc.integer({ min: 0, max: 10_000_000 }));
const people = fc.integer({ min: 0, max: 40 });
const hours = fc.oneof(fc.constantFrom(0, 29.7, 30, 60), fc.integer({ min: 0, max: 100 }));
const occupation = fc.constantFrom("6-31-01-03", "6-18-02-04");
const employer = fc.constantFrom("91320682MA10000390", "91110000600037341L");

/** A record of which any property may be absent. */
function some<T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> {
  return fc.record<T, never>(model, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
}

const entry: fc.Arbitrary<HistoryEntry> = some({
  benefit: fc.constantFrom(...idsOf(HISTORY_BENEFITS)),
  occupation: fc.option(occupation),
  level: fc.option(level),
  on: date,
  employer: fc.option(employer),
  months,
});

const facts = {
  stage: fc.constantFrom(...idsOf(STAGES)),
  person: some({
    birthDate: date,
    sex: fc.constantFrom("F", "M"),
    groups,
    trainingNeed: flag,
    monthlyPension: flag,
    unemploymentBenefit: fc.array(some({ from: date, to: date }), { maxLength: 4 }),
    inPlaceOf: some({ relation: fc.constantFrom(...idsOf(RELATIONS)), groups }),
  }),
  employment: some({ employer, employed: flag, local: flag, hiredOn: date, contractMonths: months }),
  insurance: some({ unemploymentMonths: months, pensionMonths: months, pensionPaidNow: flag }),
  training: some({
    from: date,
    to: date,
    institution: some({ kind: fc.constantFrom(...idsOf(INSTITUTION_KINDS)), local: flag, admitted: flag }),
    requiredHours: hours,
    offlineHours: hours,
    onlineHours: hours,
    inCatalogue: flag,
    actualCostFen: money,
    assessmentFeeFen: money,
    classSize: people,
    finishers: people,
    costPerHeadFen: money,
    course: fc.constantFrom(...idsOf(COURSES)),
  }),
  certificate: some({ kind: fc.constantFrom(...idsOf(CERTIFICATE_KINDS)), occupation, level, issuedOn: date }),
  degree: some({ level: fc.constantFrom(...idsOf(DEGREES)), obtainedOn: date }),
  apprenticeship: some({
    targetLevel: level,
    years: fc.integer({ min: 0, max: 3 }),
    planned: people,
    finishers: people,
    advancePaidFen: money,
  }),
  project: some({ contractFen: money, acceptedFen: money, advancePaidFen: money }),
  workForTraining: some({ months }),
  standard: some({ trainingFen: money, assessmentFen: money, shortage: flag }),
  history: fc.array(entry, { maxLength: 5 }),
  parameters: some({
    "livingAllowance.perDayFen": money,
    "workForTraining.perMonthFen": money,
    "technicianAward.level2Fen": money,
    "technicianAward.level1Fen": money,
    "startup.sybFen": money,
    "startup.simulationFen": money,
    "startup.onlineBusinessFen": money,
    "startup.abilityFen": money,
    "startup.awardFen": money,
    "onlineHours.ratio": fc.constantFrom(0, 0.29, 0.3, 0.5, 1),
    "skillUpgrade.shortageReading": fc.constantFrom("multiply", "add"),
  }),
};

function caseWith(required: (keyof typeof facts)[]): fc.Arbitrary<Case> {
  const head = { id: fc.constant("c"), benefit: fc.constantFrom(...idsOf(BENEFITS)), appliedOn: date };
  // Absent properties are left out by fast-check, so what it makes is a case.
  return fc.record(
    { ...head, ...facts },
    { requiredKeys: ["id", "benefit", "appliedOn", ...required] },
  ) as fc.Arbitrary<Case>;
}

/** Any case, from almost nothing known to everything. */
export const anyCase: fc.Arbitrary<Case> = fc.oneof(
  caseWith([]),
  caseWith(Object.keys(facts) as (keyof typeof facts)[]),
);
