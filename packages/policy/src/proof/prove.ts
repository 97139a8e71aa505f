/**
 * A package proved by going through the abstract states of each benefit. A decision is the conjunction of its tests, so
 * each test is gone through alone, over every combination of the facts that it reads; what they say together is found by
 * searching for a state that all of them pass.
 */
import type { CompiledCeiling } from "../ceilings.ts";
import type { CompiledBenefit, Policy } from "../compile.ts";
import type { CompiledTest, Evaluation, Missing } from "../evaluation.ts";
import { compileFactsAgree } from "../mechanisms/facts-agree.ts";
import type { TestNode } from "../mechanisms/index.ts";
import { testsWithin } from "../mechanisms/index.ts";
import { getAt } from "../pointer.ts";
import { amountFacts, factsOfTest, parametersOfTest } from "../reads.ts";
import type { Case, PolicyReference, Verdict } from "../types.ts";
import type { BenefitId } from "../vocabulary.ts";
import type { LocalValues } from "./local-values.ts";
import { NO_LOCAL_VALUES, standing, withLocalValue } from "./local-values.ts";
import type { Asked, Dimension, State } from "./states.ts";
import { ALWAYS, caseOf, statesOf } from "./states.ts";
import { jointState } from "./joint-state.ts";
import { askedOn, valuesOf } from "./values.ts";

/** A fault found, with a state that shows it. */
export interface ProofFault {
  benefit: BenefitId;
  test: string | null;
  message: string;
  state: unknown;
}

export interface BenefitProof {
  benefit: BenefitId;
  /** Combinations decided one by one. */
  tried: number;
  /** The ceiling that the package states and the amount never passes, in words; null where it states none. */
  ceiling: string | null;
  /** A case that is granted. */
  witness: Case | null;
}

/** Result of proving a package; `digest` says which. */
export interface ProofCertificate {
  policy: string;
  version: string;
  digest: string;
  /** The county's values with which it was proved; absent where it was with the package's own alone. */
  local?: LocalValues;
  benefits: BenefitProof[];
  tried: number;
  faults: ProofFault[];
}

/** Of these, more can't hurt. */
const MORE_IS_BETTER = [
  "/employment/contractMonths",
  "/insurance/unemploymentMonths",
  "/insurance/pensionMonths",
  "/training/offlineHours",
  "/training/onlineHours",
];

interface Part {
  id: string;
  node: TestNode;
  test: CompiledTest;
  dimensions: Dimension[];
}

/** A policy at a county: its parameters have the county's values. */
interface Place {
  policy: Policy;
  standing: LocalValues;
}

function placeOf(policy: Policy, local: LocalValues): Place {
  const { parameters } = policy.rules;
  const own = parameters.map((parameter) => withLocalValue(parameter, local));
  return { policy: { ...policy, rules: { ...policy.rules, parameters: own } }, standing: standing(parameters, local) };
}

function askedOf({ policy, standing: local }: Place, benefit: BenefitId): Asked {
  return { benefit, on: askedOn(policy), local };
}

function partsOf(policy: Policy, { source, tests }: CompiledBenefit): Part[] {
  const dimensionsOf = (node: TestNode): Dimension[] => {
    const paths = new Set([
      ...factsOfTest(node).flatMap(leavesOfBlock),
      ...parametersOfTest(node).map((name) => `/parameters/${name}`),
    ]);
    return [...paths].map((path) => ({ path, values: valuesOf(policy, source, path) }));
  };
  return tests.flatMap(({ id, test }, at): Part[] => {
    const node = source.tests[at]?.rule;
    if (node === undefined) return [];
    // Contradictions have nothing to do with each other: each is gone through alone.
    if (node.kind === "facts-agree") {
      return node.contradictions.map((one) => {
        const single = { ...node, contradictions: [one] };
        const alone = compileFactsAgree(single);
        return { id, node: single, test: alone, dimensions: dimensionsOf(single) };
      });
    }
    return [{ id, node, test, dimensions: dimensionsOf(node) }];
  });
}

/** A rule that asks for a block is tried with a fact of it. */
function leavesOfBlock(path: string): string[] {
  return path === "/certificate" ? ["/certificate/occupation"] : [path];
}

function verdictOf(part: Part, asked: Asked, state: State): Verdict {
  return part.test.verdict({ case: caseOf(asked, state), used: {} });
}

/** Facts whose absence says something, so that it may turn a verdict. */
function absenceSpeaks(part: Part, path: string): boolean {
  if (part.node.kind === "facts-agree") return true;
  const within = testsWithin(part.node);
  return (
    path.startsWith("/parameters/") ||
    path.startsWith("/person/inPlaceOf") ||
    within.some(
      (node) =>
        (node.kind === "where-given" && path.startsWith(node.block)) ||
        (node.kind === "allowance-days" && ["/training/from", "/training/to"].includes(path)) ||
        (node.kind === "in-period" && node.begun.some((begun) => begun === path)),
    )
  );
}

/** Goes through one test; answers the states that pass it. */
function provePart(part: Part, asked: Asked, faults: ProofFault[]): { tried: number; passing: State[] } {
  const { benefit } = asked;
  const seen = new Set<Verdict>();
  const passing: State[] = [];
  let tried = 0;
  const fault = (message: string, state: State | null): void => {
    if (!faults.some((one) => one.benefit === benefit && one.test === part.id && one.message === message))
      faults.push({ benefit, test: part.id, message, state: state === null ? null : caseOf(asked, state) });
  };
  for (const state of statesOf(part.dimensions)) {
    tried += 1;
    const verdict = verdictOf(part, asked, state);
    seen.add(verdict);
    if (verdict === true) {
      passing.push(state);
      for (const { path, values } of part.dimensions) {
        if (!MORE_IS_BETTER.includes(path) || !state.has(path)) continue;
        const more = values.filter((value) => Number(value) > Number(state.get(path)));
        for (const value of more)
          if (verdictOf(part, asked, new Map(state).set(path, value)) === false) fault(`${path} 更多反而不符合`, state);
      }
    }
    if (verdict === false) {
      for (const path of state.keys()) {
        if (path === ALWAYS || absenceSpeaks(part, path)) continue;
        const less = new Map(state);
        less.delete(path);
        if (verdictOf(part, asked, less) === true) fault(`不知道 ${path} 反而符合`, state);
      }
    }
  }
  if (!seen.has(true)) fault("没有一种情形能满足这项条件", null);
  else if (seen.size === 1) fault("这项条件从不起作用", null);
  // A list of all codes asks no more than that one of them is known.
  else if (!seen.has(false) && !testsWithin(part.node).some(({ kind }) => kind === "present" || kind === "one-of"))
    fault("没有一种情形不满足这项条件", null);
  return { tried, passing };
}

/** A fact or parameter that is said to be missing though it is there: no option answers for its value. */
function gapOf(benefit: CompiledBenefit, c: Case): string | null {
  const e: Evaluation = { case: c, used: {} };
  if (benefit.tests.some(({ test }) => test.verdict(e) === false)) return null;
  if (benefit.amount.compute(e, null) !== null) return null;
  const missing: Missing = new Set();
  benefit.amount.missing(e, missing);
  if (missing.size === 0) return "";
  const there = (path: string): boolean =>
    path.startsWith("parameter:")
      ? Object.hasOwn(e.used, path.slice("parameter:".length))
      : // A history that is there can still lack something inside.
        path !== "/history" && getAt(c, path) !== undefined;
  return [...missing].find(there) ?? null;
}

/** Whether an amount is above the ceiling, as far as the facts tell the ceiling. */
function exceeds(ceiling: CompiledCeiling | undefined, c: Case, amountFen: number): boolean {
  return ceiling !== undefined && amountFen > ceiling.value({ case: c, used: {} });
}

function proveAmount(place: Place, benefit: CompiledBenefit, witness: State, faults: ProofFault[]): number {
  const { policy } = place;
  const { source } = benefit;
  const fault = (message: string, state: unknown): void => {
    if (!faults.some((one) => one.benefit === source.id && one.message === message))
      faults.push({ benefit: source.id, test: null, message, state });
  };
  const ceiling = policy.ceilings.get(source.id);
  const parameters = policy.rules.parameters.map(({ name }) => `/parameters/${name}`);
  const read = parameters.filter((path) => JSON.stringify(source.amount).includes(`"${path.slice(12)}"`));
  const staged = source.amount.kind === "staged" ? ["/stage"] : [];
  const paths = new Set([...staged, ...amountFacts(source), ...read]);
  let tried = 0;
  let most = 0;
  for (const state of statesOf([...paths].map((path) => ({ path, values: valuesOf(policy, source, path) })))) {
    tried += 1;
    const rest = [...witness].filter(([path]) => !paths.has(path));
    const c = caseOf(askedOf(place, source.id), new Map([...rest, ...state]));
    const gap = gapOf(benefit, c);
    if (gap !== null) fault(`${gap} 取值 ${JSON.stringify(getAt(c, gap))} 时没有规定金额或比例`, c);
    const result = benefit.amount.compute({ case: c, used: {} }, null);
    if (result === null) continue;
    most = Math.max(most, result.amountFen);
    if (result.amountFen < 0 || result.recoverFen < 0) fault("金额为负", c);
    if (exceeds(ceiling, c, result.amountFen)) fault(`金额高于所写明的上限（${ceiling?.text ?? ""}）`, c);
    if (!Number.isSafeInteger(result.amountFen) || !Number.isSafeInteger(result.recoverFen)) fault("金额不是整数分", c);
  }
  if (most === 0) fault("金额在任何情形下都是零", null);
  return tried;
}

function proveBenefit(place: Place, benefit: CompiledBenefit, faults: ProofFault[]): BenefitProof {
  const { policy } = place;
  const id = benefit.source.id;
  const ceiling = policy.ceilings.get(id)?.text ?? null;
  const asked = askedOf(place, id);
  const parts = partsOf(policy, benefit);
  const proved = parts.map((part) => provePart(part, asked, faults));
  let tried = proved.reduce((sum, one) => sum + one.tried, 0);
  const passes = (state: State): boolean => {
    const e: Evaluation = { case: caseOf(asked, state), used: {} };
    return benefit.tests.every(({ test }) => test.verdict(e) === true);
  };
  const joint = jointState(
    proved.map(({ passing }, at) => ({ paths: parts[at]?.dimensions.map(({ path }) => path) ?? [], passing })),
    passes,
  );
  if (joint === null) {
    faults.push({ benefit: id, test: null, message: "没有一种情形能享受这项补贴", state: null });
    return { benefit: id, tried, ceiling, witness: null };
  }
  tried += proveAmount(place, benefit, joint, faults);
  return { benefit: id, tried, ceiling, witness: caseOf(asked, joint) };
}

/** Proof of one benefit, and the faults found in it. */
export interface ProvedBenefit {
  proof: BenefitProof;
  faults: ProofFault[];
}

/**
 * Goes through one benefit, with the values in force at a county: benefits have nothing to do with each other, so a long proof can be
 * taken up again between two of them.
 */
export function proveOne(policy: Policy, id: BenefitId, local: LocalValues = NO_LOCAL_VALUES): ProvedBenefit {
  const benefit = policy.benefits.get(id);
  if (benefit === undefined) throw new RangeError(`${policy.id} has no benefit ${id}`);
  const faults: ProofFault[] = [];
  return { proof: proveBenefit(placeOf(policy, local), benefit, faults), faults };
}

/** The certificate of the policy of a digest, put together from its benefits, which were proved with these values. */
export function certificateOf(
  policy: PolicyReference,
  proved: readonly ProvedBenefit[],
  local: LocalValues = NO_LOCAL_VALUES,
): ProofCertificate {
  return {
    policy: policy.id,
    version: policy.version,
    digest: policy.digest,
    ...(Object.keys(local).length === 0 ? {} : { local }),
    benefits: proved.map(({ proof }) => proof),
    tried: proved.reduce((sum, { proof }) => sum + proof.tried, 0),
    faults: proved.flatMap(({ faults }) => faults),
  };
}

/** Goes through every benefit of a policy. No fault means proved, for the package of this digest, with these values, and no other. */
export function prove(policy: Policy, local: LocalValues = NO_LOCAL_VALUES): ProofCertificate {
  return certificateOf(
    policy.reference,
    [...policy.benefits.keys()].map((id) => proveOne(policy, id, local)),
    local,
  );
}
