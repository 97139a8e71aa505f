/** How a case that is not granted could still be: the smallest changes that a person can make. */
import { decide } from "../adjudicate.ts";
import type { CompiledBenefit, Policy } from "../compile.ts";
import { dateText, monthsAfterNumber } from "../dates.ts";
import type { Evaluation } from "../evaluation.ts";
import { setAt } from "../pointer.ts";
import type { Case } from "../types.ts";
import { amountFacts, factsOfTest } from "../reads.ts";
import type { Change, Lever } from "./levers.ts";
import { isKind, leversOf, monthsTaken, saidOf } from "./levers.ts";

/** A way to be granted the benefit. */
export interface Counterfactual {
  changes: Change[];
  /** Amount that would then be paid, in fen. */
  amountFen: number;
  /** 再缴 3 个月失业保险后可申请，600.00 元 */
  text: string;
}

/** Ways shown, at most. */
const MOST_WAYS = 3;

/** Changes at once that are still worth telling. */
const MOST_CHANGES = 5;

/** Changed cases decided before the search ends; a person's case needs a few hundred. */
const MOST_TRIES = 20_000;

/**
 * The smallest sets of changes that would grant a refused or incomplete case, at most three, the fewest changes first
 * and among those the most money; none for a case that is granted, or that nothing a person can do would mend. A person
 * can pay more months, learn more hours, choose another course, certificate, level or institution, take a job, or wait
 * for a day; never birth, sex, groups, records, standards or days that are past. Each set grants, no part of it does,
 * and no smaller number or earlier day of it does. Months of contribution take their time: the case must still be
 * granted so much later. The amount is for the standard in the case (`/standard`), also where the level is another.
 * The case must be valid (`validateCase`); `policy` must have its benefit, else it refuses (throws).
 */
export function counterfactuals(policy: Policy, c: Case): Counterfactual[] {
  const benefit = policy.benefits.get(c.benefit);
  if (benefit === undefined) throw new RangeError(`${policy.id} has no benefit ${c.benefit}`);
  if (decide(policy, c).outcome === "granted") return [];
  const levers = leversOf(policy, benefit, c);
  const open = openOf(benefit, c, levers);
  // Something that no lever moves stands in the way.
  if (open.some((movers) => movers.size === 0)) return [];
  const found: Counterfactual[] = [];
  const granting: ReadonlySet<string>[] = [];
  let tries = 0;
  for (let size = 1; size <= Math.min(MOST_CHANGES, levers.length); size += 1) {
    const ways: Counterfactual[] = [];
    for (const chosen of combinations(levers, size)) {
      const paths = new Set(chosen.map(({ path }) => path));
      if (!open.every((movers) => movers.intersection(paths).size > 0)) continue;
      if (granting.some((fewer) => fewer.isSubsetOf(paths))) continue;
      let best: Counterfactual | null = null;
      for (const changes of choices(chosen)) {
        tries += 1;
        if (tries > MOST_TRIES) return [...found, ...ways].slice(0, MOST_WAYS);
        const amountFen = amountAfter(policy, c, changes);
        // The nearest values come first, and stay unless another kind or course is worth more.
        if (amountFen !== null && (best === null || (amountFen > best.amountFen && likeBut(changes, best.changes))))
          best = wayOf(policy, c, changes, amountFen);
      }
      if (best !== null) ways.push(best);
    }
    found.push(...ways.toSorted((a, b) => b.amountFen - a.amountFen));
    granting.push(...ways.map(({ changes }) => new Set(changes.map(({ path }) => path))));
    if (found.length >= MOST_WAYS) break;
  }
  return found.slice(0, MOST_WAYS);
}

/** The levers that could move each test, or the amount, that keeps the case from being granted now. */
function openOf({ source, tests, amount }: CompiledBenefit, c: Case, levers: readonly Lever[]): ReadonlySet<string>[] {
  const e: Evaluation = { case: c, used: {} };
  const among = (facts: readonly string[]): Set<string> => {
    // The day of application chooses the values of parameters too, so it may move any test.
    const read = new Set([...facts, "/appliedOn"]);
    return new Set(levers.map(({ path }) => path).filter((path) => read.has(path)));
  };
  const open = tests.flatMap(({ test }, at): Set<string>[] => {
    const node = source.tests[at]?.rule;
    return node === undefined || test.verdict(e) === true ? [] : [among(factsOfTest(node))];
  });
  return amount.compute(e, null) === null ? [...open, among([...amountFacts(source), "/stage"])] : open;
}

function* combinations(levers: readonly Lever[], size: number, from = 0): Generator<Lever[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [at, lever] of levers.entries()) {
    if (at < from) continue;
    for (const rest of combinations(levers, size - 1, at + 1)) yield [lever, ...rest];
  }
}

/** One value for each lever, every way. */
function* choices(levers: readonly Lever[]): Generator<Change[]> {
  const [first, ...others] = levers;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const to of first.values) for (const rest of choices(others)) yield [{ path: first.path, to }, ...rest];
}

/** Whether two choices of the same facts differ in kinds and courses only. */
function likeBut(changes: readonly Change[], than: readonly Change[]): boolean {
  return changes.every(({ path, to }, at) => isKind(path) || to === than[at]?.to);
}

function changed(c: Case, changes: readonly Change[]): Case {
  return changes.reduce((one, { path, to }) => setAt(one, path, to), c);
}

/** Amount of the changed case; null where it isn't granted, or no longer is once its months have passed. */
function amountAfter(policy: Policy, c: Case, changes: readonly Change[]): number | null {
  const after = changed(c, changes);
  const { outcome, amountFen } = decide(policy, after);
  if (outcome !== "granted") return null;
  const months = Math.max(0, ...changes.map((change) => monthsTaken(c, change)));
  if (months === 0) return amountFen;
  const day = dateText(monthsAfterNumber(c.appliedOn, months));
  if (day <= after.appliedOn) return amountFen;
  return decide(policy, { ...after, appliedOn: day }).outcome === "granted" ? amountFen : null;
}

function wayOf(policy: Policy, c: Case, changes: Change[], amountFen: number): Counterfactual {
  const said = changes.map((change) => saidOf(policy, c, change)).join("，并");
  return { changes, amountFen, text: `${said}后可申请，${(amountFen / 100).toFixed(2)} 元` };
}
