/** Facts that the rules of a benefit read, from the compiled package and never from its text. */
import type { Quantity } from "./amounts/quantity.ts";
import type { Rate } from "./amounts/rate.ts";
import type { Selector } from "./amounts/selector.ts";
import type { Step } from "./amounts/steps.ts";
import type { Policy } from "./compile.ts";
import { KEY_FACTS } from "./facts.ts";
import type { AllowanceDaysOf } from "./mechanisms/allowance-days.ts";
import { factsOfAge, yearsOf } from "./mechanisms/age.ts";
import { CONTRADICTIONS } from "./mechanisms/facts-agree.ts";
import type { TestNode } from "./mechanisms/index.ts";
import { testsWithin } from "./mechanisms/index.ts";
import type { Benefit } from "./package-types.ts";
import type { BenefitId } from "./vocabulary.ts";
import { COURSES, GROUPS, HISTORY_BENEFITS, nameOf } from "./vocabulary.ts";

/** Each answer is worked out once for a policy, which never changes. */
function remembered(work: (source: Benefit) => Iterable<string>) {
  const cache = new WeakMap<Policy, Map<BenefitId, ReadonlySet<string>>>();
  return (policy: Policy, benefitId: BenefitId): ReadonlySet<string> => {
    const answers = cache.get(policy) ?? new Map<BenefitId, ReadonlySet<string>>();
    cache.set(policy, answers);
    const source = policy.benefits.get(benefitId)?.source;
    const answer = answers.get(benefitId) ?? new Set(source === undefined ? [] : work(source));
    answers.set(benefitId, answer);
    return answer;
  };
}

/**
 * The facts that the tests and the amount of a benefit ask for, as JSON pointers into a case. Empty for a benefit that the policy has not.
 * A test for contradictions looks at what is known anyway and asks for nothing: see `contradictionFacts`.
 */
export const factsRead = remembered((source) => [...testFacts(source), ...amountFacts(source)]);

/** Blocks that a case of the benefit may lack, and whose tests then don't apply, such as `/certificate`. */
export const optionalBlocks = remembered((source) =>
  source.tests
    .flatMap(({ rule }) => testsWithin(rule))
    .flatMap((node) => (node.kind === "where-given" ? [node.block] : [])),
);

/** The facts that can contradict each other in a case of a benefit. */
export const contradictionFacts = remembered((source) =>
  source.tests
    .flatMap(({ rule }) => testsWithin(rule))
    .flatMap((node) => (node.kind === "facts-agree" ? factsOf(node) : [])),
);

/** The blocks of a case that the rules of a benefit ask for any fact of, such as `apprenticeship`. */
export const blocksRead = remembered((source) =>
  [...testFacts(source), ...amountFacts(source)].map((path) => path.split("/")[1] ?? ""),
);

/** The groups that the tests of a benefit name, of the person or of the relative in whose place they train. Empty where it asks for none. */
export const groupsRead = remembered((source) =>
  source.tests
    .flatMap(({ rule }) => testsWithin(rule))
    .flatMap((node) => (node.kind === "groups" ? node.any : node.kind === "in-place-of" ? node.groups : [])),
);

export interface Named {
  id: string;
  label: string;
}

/** The ids that a programme's rules use, with their names: target groups, courses, and grants from elsewhere that a history may hold. */
export function vocabularyOf(policy: Policy): { groups: Named[]; courses: Named[]; grants: Named[] } {
  const groups = new Set([...policy.benefits.keys()].flatMap((id) => [...groupsRead(policy, id)]));
  const courses = new Set(nodesOf(policy).flatMap(({ node }) => coursesOf(node)));
  const grants = nodesOf(policy)
    .flatMap(({ node }) => grantsOf(node))
    .filter((id) => !policy.benefits.has(id));
  const own = policy.rules.vocabulary ?? {};
  return {
    groups: named(groups, { ...GROUPS, ...own.groups }),
    courses: named(courses, { ...COURSES, ...own.courses }),
    grants: named(grants, { ...HISTORY_BENEFITS, ...own.grants }),
  };
}

const named = (ids: Iterable<string>, names: Readonly<Record<string, string>>): Named[] =>
  [...new Set(ids)].map((id) => ({ id, label: nameOf(names, id) }));

const coursesOf = (node: TestNode): string[] =>
  node.kind === "one-of" && node.fact === "/training/course" ? node.values.map(String) : [];

const grantsOf = (node: TestNode): string[] => {
  if (node.kind === "history-exclusion" || node.kind === "history-limit" || node.kind === "no-lower-level")
    return node.benefits;
  if (node.kind === "allowance-days") return [node.covered];
  return node.kind === "history-months" ? [node.benefit] : [];
};

/** Benefits that are granted by months, and how many a person may have of each in all: theirs are the months that a history must tell. */
export function monthsOf(policy: Policy): ReadonlyMap<BenefitId, number> {
  return new Map(
    nodesOf(policy).flatMap(({ node }): [BenefitId, number][] =>
      node.kind === "history-months" ? [[node.benefit, node.fewerThan]] : [],
    ),
  );
}

/** Benefits of which earlier grants cover days that aren't paid twice: of theirs a history must tell the first and last day. */
export function dayBenefitsOf(policy: Policy): ReadonlySet<BenefitId> {
  return new Set(nodesOf(policy).flatMap(({ node }) => (node.kind === "allowance-days" ? [node.covered] : [])));
}

/** Pairs of benefits that an employer may not have both for one person: the first refuses after the second. */
export function apartAtEmployer(policy: Policy): [BenefitId, BenefitId][] {
  return nodesOf(policy).flatMap(({ benefit, node }) =>
    node.kind === "history-exclusion" && node.same.includes("employer")
      ? node.benefits.map((other): [BenefitId, BenefitId] => [benefit, other])
      : [],
  );
}

function nodesOf(policy: Policy): { benefit: BenefitId; node: TestNode }[] {
  return [...policy.benefits.values()].flatMap(({ source }) =>
    source.tests.flatMap(({ rule }) => testsWithin(rule).map((node) => ({ benefit: source.id, node }))),
  );
}

/** The facts that one test reads, those of the tests within it too. */
export const factsOfTest = (node: TestNode): string[] => [...new Set(testsWithin(node).flatMap(factsOf))];

const testFacts = (benefit: Benefit): string[] =>
  benefit.tests
    .flatMap(({ rule }) => testsWithin(rule))
    .filter(({ kind }) => kind !== "facts-agree")
    .flatMap(factsOf);

function factsOf(node: TestNode): string[] {
  switch (node.kind) {
    case "compare":
    case "date-compare":
    case "is":
    case "one-of":
    case "present":
    case "groups":
      return [node.fact];
    case "within-months":
      return [node.fact, node.since];
    case "in-place-of":
      return ["/person/inPlaceOf/relation", "/person/inPlaceOf/groups"];
    case "hours":
      return ["/training/requiredHours", "/training/offlineHours", "/training/onlineHours"];
    case "history-exclusion":
      return ["/history", ...node.same.map((name) => KEY_FACTS[name].path)];
    case "no-lower-level":
      return ["/history", "/certificate/level", ...node.same.map((name) => KEY_FACTS[name].path)];
    case "age":
      return factsOfAge(node);
    case "history-limit":
    case "history-months":
      return ["/history"];
    case "day-outside":
      return ["/training/from", "/training/to", node.periods];
    case "allowance-days":
      return allowanceDaysFacts(node);
    case "facts-agree":
      return node.contradictions.flatMap((id): string[] => [...CONTRADICTIONS[id].facts]);
    case "higher-than":
      return [node.fact, node.than];
    case "in-period":
      return node.settled ? [...node.begun, "/stage"] : node.begun;
    case "where-given":
      return [node.block];
    case "any-of":
    case "all-of":
    case "not":
    case "only-if":
    case "by-parameter":
      return [];
  }
}

/** The parameters that one test reads, those of the tests within it too. */
export const parametersOfTest = (node: TestNode): string[] => [...new Set(testsWithin(node).flatMap(parametersOfNode))];

const boundNames = (bound: number | string | { name: string }): string[] =>
  typeof bound === "object" ? [bound.name] : [];

function parametersOfNode(node: TestNode): string[] {
  switch (node.kind) {
    case "compare":
      return boundNames(node.bound);
    case "date-compare":
      return boundNames(node.day);
    case "history-limit":
      return boundNames(node.fewerThan);
    case "age":
      return Object.values(yearsOf(node)).flatMap(boundNames);
    case "hours":
      return [node.ratio.name];
    case "in-period":
      return [node.until.name];
    case "allowance-days":
      return [node.days.name];
    case "by-parameter":
      return [node.name];
    default:
      return [];
  }
}

const allowanceDaysFacts = ({ periods }: AllowanceDaysOf): string[] => [
  "/training/from",
  "/training/to",
  "/training/attendedDays",
  periods,
  "/history",
];

export function amountFacts({ amount }: Benefit): string[] {
  return amount.kind === "steps"
    ? amount.steps.flatMap(stepFacts)
    : amount.stages.flatMap(({ steps }) => steps.flatMap(stepFacts));
}

function stepFacts(step: Step): string[] {
  switch (step.kind) {
    case "start":
    case "times":
    case "at-most":
    case "at-least":
    case "less":
      return quantityFacts(step.quantity);
    case "rate":
      return rateFacts(step.rate);
    case "divide":
    case "plus-parameter":
      return [];
  }
}

function quantityFacts(quantity: Quantity): string[] {
  switch (quantity.kind) {
    case "fact":
      return [quantity.fact];
    case "sum":
    case "least":
    case "product":
      return quantity.of.flatMap(quantityFacts);
    case "choose":
      return [...selectorFacts(quantity.by), ...quantity.options.flatMap(({ take }) => quantityFacts(take))];
    case "days-outside":
      return ["/training/from", "/training/to", quantity.periods];
    case "allowance-days":
      return allowanceDaysFacts(quantity);
    case "capped":
      return quantityFacts(quantity.take);
    case "months-left":
      return ["/history"];
    case "money":
    case "parameter":
      return [];
  }
}

function rateFacts(rate: Rate): string[] {
  switch (rate.kind) {
    case "choose-rate":
      return [...selectorFacts(rate.by), ...rate.options.flatMap(({ rate: inner }) => rateFacts(inner))];
    case "rate-below":
      return [...quantityFacts(rate.quantity), ...rateFacts(rate.below), ...rateFacts(rate.otherwise)];
    case "percent":
    case "parameter-rate":
      return [];
  }
}

const selectorFacts = (selector: Selector): string[] => (selector.kind === "parameter" ? [] : [selector.fact]);
