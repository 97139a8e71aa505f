/**
 * The abstract values of every fact that a benefit reads: each bound, one below and one above, each listed value. That a
 * fact is absent is one more value, which the enumeration adds itself.
 */
import type { Rate } from "../amounts/rate.ts";
import type { RateBelow } from "../amounts/rate-below.ts";
import { LIMITS } from "../case-schema.ts";
import { neighbours } from "../check/boundaries.ts";
import { dateNumber, dateOfNumber, dateText, dayNumber, monthsAfterNumber } from "../dates.ts";
import { BOOLEAN_FACTS, CODE_FACTS, DATE_FACTS, NUMBER_FACTS, ORDERED_FACTS } from "../facts.ts";
import type { Policy } from "../compile.ts";
import type { Age } from "../mechanisms/age.ts";
import { yearsOf } from "../mechanisms/age.ts";
import type { ParameterBound } from "../mechanisms/compare.ts";
import type { TestNode } from "../mechanisms/index.ts";
import { testsWithin } from "../mechanisms/index.ts";
import { codesOf } from "../mechanisms/one-of.ts";
import type { Benefit, Parameter } from "../package-types.ts";
import { COURSES, idsOf, SEXES, STAGES } from "../vocabulary.ts";

const EMPLOYER = "91320682MA10000390";
const OCCUPATION = "6-31-01-03";
const [COURSE] = idsOf(COURSES);
/** A training from here, of a few days. */
const START = "2020-03-02";
const WITHIN = "2020-03-03";
const END = "2020-03-04";
/** A case holds no more days. */
const MOST_DAYS = LIMITS.attendedDays;

const unique = <T>(values: readonly T[]): T[] => [...new Map(values.map((one) => [JSON.stringify(one), one])).values()];

function dayParameters(parameters: readonly Parameter[], nodes: readonly TestNode[]): string[] {
  const named = new Set(
    nodes.flatMap((node) =>
      node.kind === "in-period"
        ? [node.until.name]
        : node.kind === "date-compare" && typeof node.day !== "string"
          ? [node.day.name]
          : [],
    ),
  );
  return parameters
    .filter(({ name }) => named.has(name))
    .flatMap(({ values }) => values.map(({ value }) => String(value)));
}

/** Birthdays of those who come of an age of the rule on the day that the states start with. */
function birthsOf(node: Age, parameters: readonly Parameter[]): string[] {
  return Object.values(yearsOf(node))
    .flatMap((bound) => numbersOfBound(bound, parameters))
    .map((years) => dateText(monthsAfterNumber(START, -12 * years)));
}

/** Days on both sides of every day that the rules name, or reckon from one. */
function daysOf(nodes: readonly TestNode[], parameters: readonly Parameter[]): string[] {
  const fixed = nodes.flatMap((node) => {
    if (node.kind === "in-period") return [node.since];
    return node.kind === "date-compare" && typeof node.day === "string" ? [node.day] : [];
  });
  const bounds = [...fixed, ...dayParameters(parameters, nodes)];
  const later = nodes.flatMap((node) => {
    if (node.kind === "in-period")
      return dayParameters(parameters, [node]).map((day) => dateText(monthsAfterNumber(day, node.claimMonths)));
    if (node.kind === "age") return birthsOf(node, parameters);
    return node.kind === "within-months" ? [dateText(monthsAfterNumber(START, node.months))] : [];
  });
  return unique([...bounds, ...later].flatMap(neighbours).concat(START, WITHIN, END)).toSorted(
    (a, b) => dateNumber(a) - dateNumber(b),
  );
}

/** Days for one fact: those that its own tests name, and a few in common for those that are compared with each other. */
function daysOfFact(path: string, nodes: readonly TestNode[], parameters: readonly Parameter[]): string[] {
  const own = nodes.filter(
    (node) =>
      (node.kind === "date-compare" && node.fact === path) ||
      (node.kind === "within-months" && node.fact === path) ||
      (node.kind === "age" && path === "/person/birthDate") ||
      (node.kind === "in-period" && (path === "/appliedOn" || node.begun.some((begun) => begun === path))),
  );
  return daysOf(own, parameters);
}

function numbersOfBound(bound: number | ParameterBound, parameters: readonly Parameter[]): number[] {
  if (typeof bound === "number") return [bound];
  return parameters
    .filter(({ name }) => name === bound.name)
    .flatMap(({ values }) => values.map(({ value }) => Number(value)));
}

/** The rates of an amount that are others below a number. */
function ratesBelow(part: unknown): RateBelow<Rate>[] {
  if (typeof part !== "object" || part === null) return [];
  const inner = Object.values(part).flatMap(ratesBelow);
  // The amount fits the schema, so that a node of that kind is one.
  return "kind" in part && part.kind === "rate-below" ? [part as RateBelow<Rate>, ...inner] : inner;
}

/** Attended days on both sides of every number of them that a rate asks for. */
function attendanceOf(rates: readonly RateBelow<Rate>[], parameters: readonly Parameter[]): string[][] {
  const counts = rates
    .filter(({ quantity }) => quantity.kind === "allowance-days")
    .flatMap(({ bound }) => numbersOfBound(bound, parameters))
    .flatMap((count) => [count - 1, count]);
  return unique(counts).map((count) =>
    Array.from({ length: Math.min(count, MOST_DAYS) }, (_, at) => dateOfNumber(dayNumber(START) + at)),
  );
}

function numbersOf(
  path: string,
  nodes: readonly TestNode[],
  rates: readonly RateBelow<Rate>[],
  parameters: readonly Parameter[],
): number[] {
  const bounds = [
    ...nodes.flatMap((node) =>
      node.kind === "compare" && node.fact === path ? numbersOfBound(node.bound, parameters) : [],
    ),
    ...rates.flatMap(({ quantity, bound }) =>
      quantity.kind === "fact" && quantity.fact === path ? numbersOfBound(bound, parameters) : [],
    ),
  ];
  if (path === "/training/requiredHours") return [1, 20];
  if (path === "/training/offlineHours" || path === "/training/onlineHours") return [0, 1, 9, 10, 11, 19, 20, 21];
  if (path.endsWith("Fen")) return [0, 1, 2, 99_999, 100_000, 100_001];
  return unique([0, 1, 2, ...bounds.flatMap((bound) => [Math.max(0, bound - 1), bound, bound + 1])]).toSorted(
    (a, b) => a - b,
  );
}

function groupsOf(nodes: readonly TestNode[]): string[][] {
  const named = unique(
    nodes.flatMap((node): string[] => {
      if (node.kind === "groups") return node.any;
      return node.kind === "facts-agree" ? ["registered-unemployed"] : [];
    }),
  );
  const pairs = named.flatMap((one, at) => named.slice(at + 1).map((other) => [one, other]));
  return [[], ["veteran"], ...named.map((one) => [one]), ...pairs];
}

/** A record of which everything is known. */
function full(benefit: string, more: object = {}): object {
  return {
    benefit,
    occupation: OCCUPATION,
    level: 4,
    on: START,
    employer: EMPLOYER,
    course: COURSE,
    months: 1,
    from: START,
    to: WITHIN,
    ...more,
  };
}

function without(entry: object, key: string): object {
  return Object.fromEntries(Object.entries(entry).filter(([name]) => name !== key));
}

/** `asked`: the day of the claim. A limit by the year counts what was paid in that year, which may be later than that of the other records. */
function historiesOf(nodes: readonly TestNode[], parameters: readonly Parameter[], asked: string): unknown[] {
  const lists: unknown[] = [[]];
  for (const node of nodes) {
    if (node.kind === "history-exclusion") {
      for (const id of node.benefits) lists.push([full(id)]);
      const [id = ""] = node.benefits;
      for (const key of node.same) {
        lists.push([full(id, { [key]: null })], [without(full(id), key)]);
        lists.push([full(id, { [key]: key === "level" ? 3 : "other" })]);
      }
      lists.push([full(id, { occupation: null, level: null })], [without(full(id), "benefit")]);
    }
    if (node.kind === "no-lower-level") {
      const [id = ""] = node.benefits;
      for (const one of node.benefits) for (const level of [1, 5]) lists.push([full(one, { level })]);
      lists.push(
        [full(id, { level: null })],
        [without(full(id), "level")],
        [without(full(id, { level: 3 }), "benefit")],
      );
      for (const key of node.same)
        lists.push([full(id, { level: 1, [key]: "other" })], [without(full(id, { level: 1 }), key)]);
    }
    if (node.kind === "history-limit") {
      const [limit = 1] = numbersOfBound(node.fewerThan, parameters);
      const [id = ""] = node.benefits;
      const on = asked.slice(0, 4) === START.slice(0, 4) ? START : asked;
      const other = full(id, { occupation: "other", level: 3, on });
      for (const count of [limit - 1, limit, limit + 1]) lists.push(Array(count).fill(other));
      lists.push([...Array<object>(limit - 1).fill(other), without(other, "on")]);
    }
    if (node.kind === "history-months") {
      for (const months of [node.fewerThan - 1, node.fewerThan, node.fewerThan + 1])
        lists.push([full(node.benefit, { months, employer: "other" })]);
      lists.push([without(full(node.benefit, { employer: "other" }), "months")]);
    }
    if (node.kind === "allowance-days") {
      lists.push([full(node.covered)], [full(node.covered, { to: END })]);
      lists.push([without(full(node.covered), "from")], [without(full(node.covered), "benefit")]);
    }
  }
  return unique(lists);
}

const PERIODS: unknown[] = [
  [],
  [{ from: START, to: END }],
  [{ from: START, to: WITHIN }],
  [{ from: WITHIN, to: END }],
  [{ from: START }],
  [{ to: START }],
  [{ from: END, to: START }],
];

function relativesOf(nodes: readonly TestNode[]): { relation: string[]; groups: string[][] } {
  const rules = nodes.flatMap((node) => (node.kind === "in-place-of" ? [node] : []));
  return {
    relation: unique([...rules.flatMap(({ relations }) => relations), "sibling"]),
    groups: [[], ...unique(rules.flatMap(({ groups }): string[] => groups)).map((one) => [one])],
  };
}

function has<T>(family: Readonly<Record<string, T>>, path: string): T | undefined {
  return Object.hasOwn(family, path) ? family[path] : undefined;
}

/** Values of a parameter that a place supplies. */
const PARAMETER_VALUES: Record<Parameter["type"]["kind"], readonly unknown[]> = {
  money: [0, 1, 100_001],
  count: [0, 1, 1000],
  percent: [0, 100, 1000],
  ratio: [0, 0.5, 1],
  day: [START, END],
  choice: [],
};

/** A day on which the package has its parameters, and after the days of the values. */
export function askedOn(policy: Policy): string {
  const { from } = policy.rules.manifest.effective;
  return from > "2020-06-01" ? from : "2020-06-01";
}

/** The values to try for a fact or `/parameters/NAME` of a benefit. */
export function valuesOf(policy: Policy, benefit: Benefit, path: string): readonly unknown[] {
  const nodes = benefit.tests.flatMap(({ rule }) => testsWithin(rule));
  const rates = ratesBelow(benefit.amount);
  const parameters = policy.rules.parameters;
  if (path.startsWith("/parameters/")) {
    const parameter = parameters.find(({ name }) => `/parameters/${name}` === path);
    if (parameter?.type.kind === "choice") return parameter.type.options.map(({ value }) => value);
    if (parameter === undefined || parameter.supplied === "package") return [];
    return unique([...PARAMETER_VALUES[parameter.type.kind], ...parameter.values.map(({ value }) => value)]);
  }
  if (has(DATE_FACTS, path) !== undefined) {
    const claimed = path === "/certificate/issuedOn" && nodes.some(({ kind }) => kind === "facts-agree");
    return unique([...daysOfFact(path, nodes, parameters), ...(claimed ? neighbours(askedOn(policy)) : [])]);
  }
  if (has(BOOLEAN_FACTS, path) !== undefined) return [true, false];
  if (has(NUMBER_FACTS, path) !== undefined) return numbersOf(path, nodes, rates, parameters);
  const code = has(CODE_FACTS, path);
  if (path === "/training/course")
    return [...codesOf(CODE_FACTS[path].names), ...Object.keys(policy.rules.vocabulary?.courses ?? {})];
  if (code !== undefined)
    return path === "/certificate/level" && nullable(policy) ? [...codesOf(code.names), null] : codesOf(code.names);
  const ordered = has(ORDERED_FACTS, path);
  if (ordered !== undefined) return [...idsOf(ordered.names), null];
  switch (path) {
    case "/person/groups":
      return groupsOf(nodes);
    case "/person/inPlaceOf/relation":
      return relativesOf(nodes).relation;
    case "/person/inPlaceOf/groups":
      return relativesOf(nodes).groups;
    case "/person/unemploymentBenefit":
      return PERIODS;
    case "/history":
      return historiesOf(nodes, parameters, askedOn(policy));
    case "/training/attendedDays":
      return [[], [START], [WITHIN, END], ["2020-03-10"], ...attendanceOf(rates, parameters)];
    case "/certificate/occupation":
      return nullable(policy) ? [OCCUPATION, "other", null] : [OCCUPATION, "other"];
    case "/employment/employer":
      return [EMPLOYER, "other"];
    case "/person/sex":
      return idsOf(SEXES);
    case "/stage":
      return idsOf(STAGES);
    default:
      return [];
  }
}

function nullable(policy: Policy): boolean {
  return (policy.rules.manifest.contract ?? 1) >= 2;
}
