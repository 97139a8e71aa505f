/** The amounts of the contract's table, in exact integers, and what keeps one from being known. */
import type { Case, ParameterValue } from "../types.ts";
import type { ContractBenefit } from "../vocabulary.ts";
import { allowanceDays, monthsGranted } from "./facts.ts";
import { paidDays, Parameters } from "./second.ts";

export interface Amount {
  amountFen: number;
  recoverFen: number;
}

/** Reads facts and parameters of a case, and notes what is absent and which parameters were read. */
class Reading {
  readonly missing: string[] = [];
  readonly used: Record<string, ParameterValue> = {};
  readonly parameters: Parameters;
  readonly #case: Case;

  constructor(c: Case) {
    this.#case = c;
    this.parameters = new Parameters(c);
  }

  /** A number that must be there; an absent one is noted, and counts as nothing meanwhile. */
  number(path: string, value: number | undefined): bigint {
    if (value === undefined) this.missing.push(path);
    return BigInt(value ?? 0);
  }

  flag(path: string, value: boolean | undefined): boolean | undefined {
    if (value === undefined) this.missing.push(path);
    return value;
  }

  /** The value of a parameter, if it has one. */
  optional(name: string): number | undefined {
    const value = this.#case.parameters?.[name];
    if (value === undefined) return undefined;
    this.used[name] = value;
    return Number(value);
  }

  parameter(name: string): bigint {
    return this.number(`parameter:${name}`, this.optional(name));
  }
}

/** A percentage, rounded half up to the fen. */
function rounded(fen: bigint, percent: bigint): bigint {
  return (2n * fen * percent + 100n) / 200n;
}

function paid(fen: bigint): Amount {
  return { amountFen: Number(fen), recoverFen: 0 };
}

/** Remainder after earlier payments; an overpayment is recovered. */
function settled(fen: bigint): Amount {
  return fen < 0n ? { amountFen: 0, recoverFen: Number(-fen) } : paid(fen);
}

function base(c: Case, r: Reading): bigint {
  const training = r.number("/standard/trainingFen", c.standard?.trainingFen);
  return training + r.number("/standard/assessmentFen", c.standard?.assessmentFen);
}

function shortage(c: Case, r: Reading): boolean {
  return r.flag("/standard/shortage", c.standard?.shortage) ?? false;
}

function onJobBase(c: Case, r: Reading): bigint {
  const { inCatalogue, actualCostFen, assessmentFeeFen } = c.training ?? {};
  const listed = r.flag("/training/inCatalogue", inCatalogue);
  if (listed === undefined) return 0n;
  if (listed) return base(c, r);
  return r.number("/training/actualCostFen", actualCostFen) + r.number("/training/assessmentFeeFen", assessmentFeeFen);
}

function upliftPercent(c: Case, r: Reading): bigint {
  if (!shortage(c, r)) return 50n;
  const reading = c.parameters?.["skillUpgrade.shortageReading"] ?? "multiply";
  r.used["skillUpgrade.shortageReading"] = reading;
  return reading === "add" ? 80n : 65n;
}

function technicianAward(c: Case, r: Reading): bigint {
  const level = c.certificate?.level;
  if (level === 2) return r.parameter("technicianAward.level2Fen");
  if (level === 1) return r.parameter("technicianAward.level1Fen");
  return r.number("/certificate/level", level ?? undefined);
}

function apprenticeship(c: Case, r: Reading): Amount {
  const { targetLevel, years, planned, finishers, advancePaidFen } = c.apprenticeship ?? {};
  if (c.stage === undefined) {
    r.missing.push("/stage");
    return paid(0n);
  }
  r.number("/apprenticeship/targetLevel", targetLevel);
  const rates: Record<number, bigint> = { 4: 400_000n, 3: 500_000n, 2: 600_000n, 1: 800_000n };
  const rate = rates[targetLevel ?? 0] ?? 0n;
  if (c.stage === "advance") return paid(rounded(r.number("/apprenticeship/planned", planned) * rate, 50n));
  const heads = r.number("/apprenticeship/finishers", finishers);
  const earned = heads * rate * r.number("/apprenticeship/years", years);
  return settled(earned - r.number("/apprenticeship/advancePaidFen", advancePaidFen));
}

function livingAllowance(c: Case, r: Reading): bigint {
  const { certain, missing } = allowanceDays(c);
  r.missing.push(...missing);
  return r.parameter("livingAllowance.perDayFen") * BigInt(certain);
}

function workForTraining(c: Case, r: Reading): bigint {
  const granted = monthsGranted(c);
  r.missing.push(...granted.missing);
  const asked = r.number("/workForTraining/months", c.workForTraining?.months);
  const left = BigInt(Math.max(0, 6 - granted.months));
  return r.parameter("workForTraining.perMonthFen") * (asked < left ? asked : left);
}

function startupTraining(c: Case, r: Reading): bigint {
  const names: Record<string, string> = {
    syb: "syb",
    simulation: "simulation",
    "online-business": "onlineBusiness",
    ability: "ability",
  };
  const course = c.training?.course;
  const award = BigInt(r.optional("startup.awardFen") ?? 0);
  if (course === undefined) return r.number("/training/course", undefined);
  return r.parameter(`startup.${names[course] ?? course}Fen`) + award;
}

function projectTraining(c: Case, r: Reading): Amount {
  const { contractFen, acceptedFen, advancePaidFen } = c.project ?? {};
  if (c.stage === undefined) {
    r.missing.push("/stage");
    return paid(0n);
  }
  const before = r.number("/project/advancePaidFen", advancePaidFen);
  if (c.stage === "settlement") return settled(r.number("/project/acceptedFen", acceptedFen) - before);
  // Half of an odd number of fen is rounded at the end, after what was paid before is taken off.
  const twice = r.number("/project/contractFen", contractFen) - 2n * before;
  return paid(twice < 0n ? 0n : rounded(twice, 50n));
}

function orderClass(c: Case, r: Reading): bigint {
  const { costPerHeadFen, finishers } = c.training ?? {};
  const cost = r.number("/training/costPerHeadFen", costPerHeadFen);
  return (cost < 100_000n ? cost : 100_000n) * r.number("/training/finishers", finishers);
}

const AMOUNTS: Record<ContractBenefit, (c: Case, r: Reading) => Amount> = {
  "order-class": (c, r) => paid(orderClass(c, r)),
  "pre-job": (c, r) => paid(rounded(base(c, r), shortage(c, r) ? 100n : 50n)),
  "on-job": (c, r) => paid(rounded(onJobBase(c, r), shortage(c, r) ? 100n : 50n)),
  "skill-upgrade": (c, r) => paid(rounded(base(c, r), upliftPercent(c, r))),
  "technician-award": (c, r) => paid(technicianAward(c, r)),
  "degree-award": () => paid(100_000n),
  apprenticeship,
  "unemployed-training": (c, r) => paid(base(c, r)),
  "living-allowance": (c, r) => paid(livingAllowance(c, r)),
  "work-for-training": (c, r) => paid(workForTraining(c, r)),
  "startup-training": (c, r) => paid(startupTraining(c, r)),
  "special-operation": (c, r) => paid(base(c, r)),
  "project-training": projectTraining,
};

/** No standard outside the catalogue: not short. A standard without the word on shortage is unknown. */
function shortageOnJob(c: Case, r: Reading): boolean {
  if (c.standard === undefined && c.training?.inCatalogue === false) return false;
  return shortage(c, r);
}

function cappedOutside(c: Case, r: Reading): bigint {
  const cost = onJobBase(c, r);
  if (c.training?.inCatalogue !== false) return cost;
  const cap = r.optional("onJob.outsideCatalogueCapFen");
  return cap === undefined || cost < BigInt(cap) ? cost : BigInt(cap);
}

function advanceOfApprentices(c: Case, r: Reading): Amount {
  if (c.stage !== "advance") return apprenticeship(c, r);
  const before = r.number("/apprenticeship/advancePaidFen", c.apprenticeship?.advancePaidFen);
  const half = BigInt(apprenticeship(c, r).amountFen) - before;
  return paid(half < 0n ? 0n : half);
}

function advanceOfProject(c: Case, r: Reading): Amount {
  if (c.stage !== "advance") return projectTraining(c, r);
  const before = r.number("/project/advancePaidFen", c.project?.advancePaidFen);
  const twice = r.number("/project/contractFen", c.project?.contractFen) - 2n * before;
  return paid(twice < 0n ? 0n : twice / 2n);
}

function allowanceOfDays(c: Case, r: Reading): Amount {
  const { certain, missing } = paidDays(c, r.parameters);
  r.missing.push(...missing);
  return paid(r.parameter("livingAllowance.perDayFen") * BigInt(certain));
}

/** Amounts that 2.0.0 works out differently. */
const SECOND_AMOUNTS: Partial<typeof AMOUNTS> = {
  "on-job": (c, r) => paid(rounded(cappedOutside(c, r), shortageOnJob(c, r) ? 100n : 50n)),
  apprenticeship: advanceOfApprentices,
  "project-training": advanceOfProject,
  "living-allowance": allowanceOfDays,
};

/** The amount of a case that no test refuses, what it lacks, and the parameters that it reads. */
export function amountOf(
  c: Case,
  version: "1.0.0" | "2.0.0" = "1.0.0",
): { amount: Amount; missing: string[]; used: Record<string, ParameterValue> } {
  const reading = new Reading(c);
  const benefit = c.benefit as ContractBenefit;
  const amount = ((version === "2.0.0" ? SECOND_AMOUNTS[benefit] : undefined) ?? AMOUNTS[benefit])(c, reading);
  return { amount, missing: reading.missing, used: { ...reading.parameters.used, ...reading.used } };
}
