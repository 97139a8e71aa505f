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
import type { Asked, Dimension, State } from "./states.ts";
import { ALWAYS, caseOf, statesOf } from "./states.ts";
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

function askedOf(policy: Policy, benefit: BenefitId): Asked {
  return { benefit, on: askedOn(policy) };
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
  return { tried, passing };
}

/** Steps after which the search for a state that all tests pass gives up. */
const MOST_STEPS = 400_000;

/** The values of some facts in a state, as a key. */
function keyOf(state: State, paths: readonly string[]): string {
  return JSON.stringify(paths.map((path) => (state.has(path) ? [state.get(path)] : null)));
}

/** The states of one part, found by what they say of the facts that earlier parts have decided. */
interface Level {
  shared: string[];
  byShared: Map<string, State[]>;
}

interface Passed {
  paths: readonly string[];
  passing: readonly State[];
}

/** The parts in an order in which each is, as far as can be, about facts that are decided: then it only filters. */
function inOrder(parts: readonly Passed[]): Passed[] {
  const left = [...parts];
  const decided = new Set<string>();
  const ordered: Passed[] = [];
  const open = ({ paths, passing }: Passed): number =>
    paths.every((path) => decided.has(path))
      ? 0
      : paths.some((path) => decided.has(path))
        ? passing.length
        : 1e9 + passing.length;
  while (left.length > 0) {
    const next = left.toSorted((a, b) => open(a) - open(b))[0];
    if (next === undefined) break;
    ordered.push(next);
    left.splice(left.indexOf(next), 1);
    for (const path of next.paths) decided.add(path);
  }
  return ordered;
}

function levelsOf(parts: readonly Passed[]): Level[] {
  const decided = new Set<string>();
  return inOrder(parts).map(({ paths, passing }) => {
    const shared = paths.filter((path) => decided.has(path));
    const byShared = new Map<string, State[]>();
    // The fuller states first: what is known leaves the amount known too.
    for (const state of passing.toSorted((a, b) => b.size - a.size)) {
      const key = keyOf(state, shared);
      const alike = byShared.get(key);
      if (alike === undefined) byShared.set(key, [state]);
      else alike.push(state);
    }
    for (const path of paths) decided.add(path);
    return { shared, byShared };
  });
}

/** A state that passes every part and to which `then` agrees. */
function jointState(parts: readonly Passed[], then: (state: State) => boolean): State | null {
  const levels = levelsOf(parts);
  let steps = 0;
  const search = (at: number, joint: State): State | null => {
    const level = levels[at];
    if (level === undefined) return then(joint) ? joint : null;
    for (const state of level.byShared.get(keyOf(joint, level.shared)) ?? []) {
      steps += 1;
      if (steps > MOST_STEPS) return null;
      const found = search(at + 1, new Map([...joint, ...state]));
      if (found !== null) return found;
    }
    return null;
  };
  return search(0, new Map());
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

function proveAmount(policy: Policy, benefit: CompiledBenefit, witness: State, faults: ProofFault[]): number {
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
  for (const state of statesOf([...paths].map((path) => ({ path, values: valuesOf(policy, source, path) })))) {
    tried += 1;
    const rest = [...witness].filter(([path]) => !paths.has(path));
    const c = caseOf(askedOf(policy, source.id), new Map([...rest, ...state]));
    const gap = gapOf(benefit, c);
    if (gap !== null) fault(`${gap} 取值 ${JSON.stringify(getAt(c, gap))} 时没有规定金额或比例`, c);
    const result = benefit.amount.compute({ case: c, used: {} }, null);
    if (result === null) continue;
    if (result.amountFen < 0 || result.recoverFen < 0) fault("金额为负", c);
    if (exceeds(ceiling, c, result.amountFen)) fault(`金额高于所写明的上限（${ceiling?.text ?? ""}）`, c);
    if (!Number.isSafeInteger(result.amountFen) || !Number.isSafeInteger(result.recoverFen)) fault("金额不是整数分", c);
  }
  return tried;
}

function proveBenefit(policy: Policy, benefit: CompiledBenefit, faults: ProofFault[]): BenefitProof {
  const id = benefit.source.id;
  const ceiling = policy.ceilings.get(id)?.text ?? null;
  const asked = askedOf(policy, id);
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
  tried += proveAmount(policy, benefit, joint, faults);
  return { benefit: id, tried, ceiling, witness: caseOf(asked, joint) };
}

/** Proof of one benefit, and the faults found in it. */
export interface ProvedBenefit {
  proof: BenefitProof;
  faults: ProofFault[];
}

/** Goes through one benefit: benefits have nothing to do with each other, so a long proof can be taken up again between two of them. */
export function proveOne(policy: Policy, id: BenefitId): ProvedBenefit {
  const benefit = policy.benefits.get(id);
  if (benefit === undefined) throw new RangeError(`${policy.id} has no benefit ${id}`);
  const faults: ProofFault[] = [];
  return { proof: proveBenefit(policy, benefit, faults), faults };
}

/** The certificate of the policy of a digest, put together from its benefits. */
export function certificateOf(policy: PolicyReference, proved: readonly ProvedBenefit[]): ProofCertificate {
  return {
    policy: policy.id,
    version: policy.version,
    digest: policy.digest,
    benefits: proved.map(({ proof }) => proof),
    tried: proved.reduce((sum, { proof }) => sum + proof.tried, 0),
    faults: proved.flatMap(({ faults }) => faults),
  };
}

/** Goes through every benefit of a policy. No fault means proved, for the package of this digest and no other. */
export function prove(policy: Policy): ProofCertificate {
  return certificateOf(
    policy.reference,
    [...policy.benefits.keys()].map((id) => proveOne(policy, id)),
  );
}
