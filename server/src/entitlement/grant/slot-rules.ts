import { allowanceDays, canonicalJson, dayBenefitsOf } from "@jinengtong/policy";
import { DAY_SLOT } from "../claim-states.ts";
import type { BenefitId, BenefitTest, Case, HistoryBenefit, Policy } from "@jinengtong/policy";

/**
 * History tests of the programme as slots that the database keeps unique: what "three a year", "never twice for an occupation and
 * level" or "not both from one employer" mean for two claims approved at the same moment. Derived from the package, so a programme
 * with other limits needs no code.
 */

/** Slots of a granted claim: `count` ordinals of (person, rule, key), none above `limit` (null: unlimited). */
export interface SlotWant {
  rule: string;
  key: string;
  count: number;
  limit: number | null;
  /** Mutually exclusive benefits are different sides of one rule and key; '' without sides. */
  side: string;
  /** Fewer than `count` may be taken if the limit leaves fewer (months). */
  partial: boolean;
}

type TestNode = BenefitTest["rule"];
type HistoryNode = Extract<TestNode, { kind: "history-limit" | "history-exclusion" | "history-months" }>;
type Key = Extract<TestNode, { kind: "history-exclusion" }>["same"][number];

interface Rule {
  id: string;
  node: HistoryNode;
  /** Benefits under this rule. */
  bound: Set<BenefitId>;
}

const cache = new WeakMap<Policy, Rule[]>();

/** Distinct history rules of the programme; a rule shared by several benefits counts once. */
export function historyRules(policy: Policy): readonly Rule[] {
  const known = cache.get(policy);
  if (known) return known;
  const rules = new Map<string, Rule>();
  for (const { source } of policy.benefits.values()) {
    for (const test of source.tests) {
      for (const node of historyNodes(test.rule)) {
        const identity = canonicalJson(node);
        const rule = rules.get(identity) ?? { id: test.id, node, bound: new Set<BenefitId>() };
        rule.bound.add(source.id);
        rules.set(identity, rule);
      }
    }
  }
  const found = [...rules.values()];
  cache.set(policy, found);
  return found;
}

function historyNodes(node: TestNode): HistoryNode[] {
  switch (node.kind) {
    case "history-limit":
    case "history-exclusion":
    case "history-months":
      return [node];
    case "all-of":
    case "any-of":
      return node.tests.flatMap(historyNodes);
    case "only-if":
    case "where-given":
      return historyNodes(node.requires);
    default:
      return [];
  }
}

/** Slots of a granted case, without those of days whose money came back. A function of the case and these alone. */
export function slotsOf(policy: Policy, c: Case, returnedDays: readonly string[] = []): SlotWant[] {
  const days = daysOf(policy, c).filter(({ key }) => !returnedDays.includes(key.slice(-10)));
  return [...historyRules(policy).flatMap((rule) => wantsOf(policy, rule, c)), ...days];
}

/** Where earlier grants cover days, each day of an allowance is a slot: no day is paid twice. */
const daysOf = (policy: Policy, c: Case): SlotWant[] =>
  dayBenefitsOf(policy).has(c.benefit)
    ? allowanceDays(policy, c).map((day) => ({ ...one(DAY_SLOT, `${c.benefit} ${day}`), limit: 1 }))
    : [];

function wantsOf(policy: Policy, { id, node, bound }: Rule, c: Case): SlotWant[] {
  const own = bound.has(c.benefit);
  switch (node.kind) {
    case "history-limit": {
      // A moving window has no key of its own: the person's lock and the decision made under it enforce it.
      if (node.per === "rolling-year" || !node.benefits.includes(c.benefit)) return [];
      const key = node.per === "ever" ? "ever" : c.appliedOn.slice(0, 4);
      return [{ ...one(id, key), limit: own ? limitOf(policy, node.fewerThan, c) : null }];
    }
    case "history-months": {
      const months = c.workForTraining?.months ?? 0;
      if (node.benefit !== c.benefit || months === 0) return [];
      return [{ ...one(id, "ever"), count: months, limit: own ? node.fewerThan : null, partial: true }];
    }
    case "history-exclusion": {
      const key = keyOf(node.same, c);
      if (key === null) return [];
      const amongThemselves = [...bound].some((benefit) => node.benefits.includes(benefit));
      if (amongThemselves && node.benefits.includes(c.benefit)) return [{ ...one(id, key), limit: own ? 1 : null }];
      return own ? node.benefits.flatMap((other) => apart(policy, c.benefit, other, node.same, key)) : [];
    }
  }
}

const one = (rule: string, key: string): SlotWant => ({ rule, key, count: 1, limit: null, side: "", partial: false });

/** Two benefits that each exclude the other can't both be held, in either order. */
function apart(
  policy: Policy,
  benefit: BenefitId,
  other: HistoryBenefit,
  same: readonly Key[],
  key: string,
): SlotWant[] {
  const mutual = historyRules(policy).some(
    (rule) =>
      rule.node.kind === "history-exclusion" &&
      [...rule.bound].some((bound) => bound === other) &&
      rule.node.benefits.includes(benefit) &&
      rule.node.same.join() === same.join(),
  );
  return mutual ? [{ ...one([benefit, other].toSorted().join("/"), key), side: benefit }] : [];
}

/** Null if the case lacks the facts that make two grants the same. */
function keyOf(same: readonly Key[], c: Case): string | null {
  if (same.length === 0) return "ever";
  const facts = {
    occupation: c.certificate?.occupation,
    level: c.certificate?.level,
    employer: c.employment?.employer,
    course: c.training?.course,
  };
  const values = same.map((name) => facts[name]);
  return values.every((value) => value === undefined) ? null : values.map((value) => value ?? "-").join("/");
}

function limitOf(policy: Policy, bound: number | { name: string }, c: Case): number | null {
  if (typeof bound === "number") return bound;
  const value = policy.parameters.get(bound.name)?.read({ case: c, used: {} });
  return typeof value === "number" ? value : null;
}
