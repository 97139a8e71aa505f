/** From a package's data to a policy that decides: closures, compiled once. */
import type { Claiming } from "./claiming.ts";
import type { Ceiling, CompiledCeiling } from "./ceilings.ts";
import { compileQuantity } from "./amounts/quantity.ts";
import type { CompiledAmount } from "./amounts/steps.ts";
import { compileAmount } from "./amounts/steps.ts";
import { caseSchemaOf, historyBenefitsOf, LIMITS } from "./case-schema.ts";
import type { CompiledTest, Lookup, ParameterReader } from "./evaluation.ts";
import type { DateFactPath } from "./facts.ts";
import { CODE_FACTS, DATE_FACTS, yuan } from "./facts.ts";
import type { Check, JsonSchema } from "./json-schema.ts";
import { compileSchema } from "./json-schema.ts";
import { UnknownList, withLists } from "./lists.ts";
import { meant } from "./meant.ts";
import { compileTest } from "./mechanisms/index.ts";
import { packageJsonSchema } from "./package-schema.ts";
import type { Benefit, DatedValue, PackageRules, Parameter, ParameterType } from "./package-types.ts";
import type { ParameterValue, PolicyReference } from "./types.ts";
import type { BenefitId } from "./vocabulary.ts";
import { COURSES, GROUPS, HISTORY_BENEFITS } from "./vocabulary.ts";

export interface CompiledBenefit {
  source: Benefit;
  tests: readonly { id: string; clause: string; title: string; test: CompiledTest }[];
  amount: CompiledAmount;
}

/** A policy package, validated and compiled. */
export interface Policy {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** `sha256:` over the canonical JSON of the rules. */
  readonly digest: string;
  readonly reference: PolicyReference;
  readonly rules: PackageRules;
  readonly benefits: ReadonlyMap<BenefitId, CompiledBenefit>;
  readonly parameters: ReadonlyMap<string, ParameterReader>;
  /** Parameters whose value another day than that of the application selects, and which. */
  readonly datedBy: ReadonlyMap<string, DateFactPath>;
  /** The most that each benefit may come to, as far as the package says; beside the rules, and no part of the digest. */
  readonly ceilings: ReadonlyMap<BenefitId, CompiledCeiling>;
  /** How each of its benefits is asked for; beside the rules, and no part of the digest. */
  readonly claiming: ReadonlyMap<BenefitId, Claiming>;
  /** The benefits that the history of a case may name. */
  readonly historyBenefits: ReadonlySet<string>;
  /** The case schema of this programme, and its check. */
  readonly caseSchema: JsonSchema;
  readonly checkCase: Check;
}

/** A package that is not one: the place, as a JSON pointer into it, and the reason. */
export class PackageError extends Error {
  readonly path: string;
  /** `shape`: it does not fit the schema; `reference`: a name in it leads nowhere, which no schema can say. */
  readonly kind: "shape" | "reference";

  constructor(path: string, message: string, kind: "shape" | "reference" = "reference") {
    super(path === "" ? message : `${path}：${message}`);
    this.name = "PackageError";
    this.path = path;
    this.kind = kind;
  }
}

const checkRules = compileSchema(packageJsonSchema);

function valueSchema(type: ParameterType): JsonSchema {
  switch (type.kind) {
    case "money":
      return { type: "integer", minimum: 0, maximum: LIMITS.parameterMoney };
    case "ratio":
      return { type: "number", minimum: 0, maximum: 1 };
    case "count":
    case "percent":
      return { type: "integer", minimum: 0, maximum: 1000 };
    case "day":
      return { type: "string", format: "date" };
    case "choice":
      return { enum: type.options.map((option) => option.value) };
  }
}

/** How a value of a parameter reads in a sentence. */
export function showValue(type: ParameterType, value: ParameterValue): string {
  switch (type.kind) {
    case "money":
      return yuan(Number(value));
    case "ratio":
      return `${Math.round(Number(value) * 1e6) / 1e4}%`;
    case "percent":
      return `${value}%`;
    case "count":
    case "day":
      return String(value);
    case "choice":
      return type.options.find((option) => option.value === value)?.label ?? String(value);
  }
}

/** The value that holds on a day: the last one to have begun that has not ended. None where the day is not known. */
export function valueOn(values: readonly DatedValue[], day: string | undefined): ParameterValue | undefined {
  if (day === undefined) return undefined;
  let best: DatedValue | undefined;
  for (const value of values) {
    if (value.from !== undefined && day < value.from) continue;
    if (value.to !== undefined && day > value.to) continue;
    if (best === undefined || (value.from ?? "") >= (best.from ?? "")) best = value;
  }
  return best?.value;
}

function readerOf(parameter: Parameter, parametersBy: DateFactPath): ParameterReader {
  const { name, label, type, values } = parameter;
  const dayOf = DATE_FACTS[parameter.by ?? parametersBy].read;
  const show = (value: ParameterValue): string => showValue(type, value);
  const always =
    values.length === 1 && values[0]?.from === undefined && values[0]?.to === undefined ? values[0]?.value : undefined;
  const domain =
    type.kind === "choice" ? type.options.map((option) => option.value) : values.map((value) => value.value);
  return {
    name,
    label,
    read: (e) => {
      const local = e.case.parameters;
      const value =
        local !== undefined && Object.hasOwn(local, name) ? local[name] : (always ?? valueOn(values, dayOf(e.case)));
      if (value !== undefined) e.used[name] = value;
      return value;
    },
    show,
    text: values.length === 1 && values[0] !== undefined ? `${label}（${show(values[0].value)}）` : label,
    values: domain,
  };
}

function unique(ids: readonly string[], path: (at: number) => string): void {
  const seen = new Set<string>();
  for (const [at, id] of ids.entries()) {
    if (seen.has(id)) throw new PackageError(path(at), `重复的编号 ${id}`);
    seen.add(id);
  }
}

/** The rules with the shared lists put in; refuses a list that isn't there, or that doesn't fit where it is named. */
function rulesOf(document: PackageRules): PackageRules {
  if (document.lists === undefined && !JSON.stringify(document.benefits).includes('"list":')) return document;
  try {
    const benefits = withLists(document.benefits, document.lists ?? {}, "/benefits");
    const rules = { ...document, benefits };
    const problem = checkRules(rules);
    if (problem !== null) throw new PackageError(problem.path, `名单放在此处不合：${problem.message}`);
    // Checked again, with the lists in their places.
    return rules as PackageRules;
  } catch (error) {
    if (error instanceof UnknownList)
      throw new PackageError(error.path, `${error.message}${meant(error.list, Object.keys(document.lists ?? {}))}`);
    throw error;
  }
}

/**
 * Compiles the rules of a package. Refuses (PackageError, with the place and the reason) what does not fit the
 * schema, what names a parameter that is not declared, and ids that are not unique.
 */
export function compilePolicy(
  document: unknown,
  digest: string,
  claiming: readonly Claiming[] = [],
  ceilings: readonly Ceiling[] = [],
): Policy {
  const problem = checkRules(document);
  if (problem !== null) throw new PackageError(problem.path, problem.message, "shape");
  // The schema has just said that the document is one.
  const rules = rulesOf(document as PackageRules);
  const parameters = new Map<string, ParameterReader>();
  const declared: Record<string, JsonSchema> = {};
  unique(
    rules.parameters.map((one) => one.name),
    (at) => `/parameters/${at}/name`,
  );
  unique(
    rules.benefits.map((one) => one.id),
    (at) => `/benefits/${at}/id`,
  );
  unique(
    rules.clauses.map((one) => one.id),
    (at) => `/clauses/${at}/id`,
  );
  unique(
    rules.interpretations.map((one) => one.id),
    (at) => `/interpretations/${at}/id`,
  );
  for (const [at, parameter] of rules.parameters.entries()) {
    const schema = valueSchema(parameter.type);
    const check = compileSchema(schema);
    for (const [valueAt, { value }] of parameter.values.entries()) {
      const wrong = check(value);
      if (wrong !== null) throw new PackageError(`/parameters/${at}/values/${valueAt}/value`, wrong.message);
    }
    declared[parameter.name] = { ...schema, description: parameter.label };
    parameters.set(parameter.name, readerOf(parameter, rules.manifest.parametersBy));
  }
  const { groups = {}, courses = {}, grants = {} } = rules.vocabulary ?? {};
  const groupNames: Readonly<Record<string, string>> = { ...GROUPS, ...groups };
  const courseNames: Readonly<Record<string, string>> = { ...COURSES, ...courses };
  const names = new Map<string, string>([
    ...Object.entries(grants),
    ...rules.benefits.map(({ id, title }): [string, string] => [id, title]),
    ...Object.entries(HISTORY_BENEFITS),
  ]);
  const lookupAt = (place: string): Lookup => ({
    parameter: (name) => {
      const reader = parameters.get(name);
      if (reader === undefined)
        throw new PackageError(place, `没有声明参数 ${name}${meant(name, [...parameters.keys()])}`);
      return reader;
    },
    benefit: (id) => {
      const name = names.get(id);
      if (name === undefined) throw new PackageError(place, `没有补贴 ${id}${meant(id, [...names.keys()])}`);
      return name;
    },
    group: (id) => {
      const name = Object.hasOwn(groupNames, id) ? groupNames[id] : undefined;
      if (name === undefined) throw new PackageError(place, `没有人员类别 ${id}${meant(id, Object.keys(groupNames))}`);
      return name;
    },
    codes: (path) => (path === "/training/course" ? courseNames : CODE_FACTS[path].names),
  });
  const benefits = new Map<BenefitId, CompiledBenefit>();
  for (const [at, benefit] of rules.benefits.entries()) {
    unique(
      benefit.tests.map((test) => test.id),
      (testAt) => `/benefits/${at}/tests/${testAt}/id`,
    );
    const tests = benefit.tests.map(({ id, clause, title, rule }, testAt) => ({
      id,
      clause,
      title,
      test: compileTest(rule, lookupAt(`/benefits/${at}/tests/${testAt}`)),
    }));
    benefits.set(benefit.id, {
      source: benefit,
      tests,
      amount: compileAmount(benefit.amount, lookupAt(`/benefits/${at}/amount`)),
    });
  }
  const missing = rules.manifest.benefits.find((id) => !benefits.has(id));
  if (missing !== undefined) throw new PackageError("/manifest/benefits", `没有补贴 ${missing} 的规则`);
  const ordered = new Map<BenefitId, CompiledBenefit>();
  for (const id of rules.manifest.benefits) {
    const benefit = benefits.get(id);
    if (benefit !== undefined) ordered.set(id, benefit);
  }
  const declarations = new Map<BenefitId, Claiming>();
  for (const one of claiming) {
    if (!ordered.has(one.benefit)) throw new PackageError(`/claiming/${one.benefit}`, `没有补贴 ${one.benefit}`);
    declarations.set(one.benefit, one);
  }
  const limits = new Map<BenefitId, CompiledCeiling>();
  for (const { benefit, clause, quantity } of ceilings) {
    if (!ordered.has(benefit)) throw new PackageError(`/ceilings/${benefit}`, `没有补贴 ${benefit}`);
    if (limits.has(benefit)) throw new PackageError(`/ceilings/${benefit}`, `${benefit} 的上限写了两次`);
    limits.set(benefit, { ...compileQuantity(quantity, lookupAt(`/ceilings/${benefit}`)), clause });
  }
  const caseSchema = caseSchemaOf(
    rules.manifest.contract ?? 1,
    [...ordered.keys()],
    Object.keys(grants),
    declared,
    rules.vocabulary,
  );
  return {
    id: rules.manifest.id,
    version: rules.manifest.version,
    title: rules.manifest.title,
    digest,
    reference: { id: rules.manifest.id, version: rules.manifest.version, digest },
    rules,
    benefits: ordered,
    parameters,
    datedBy: new Map(
      rules.parameters.flatMap(({ name, by = rules.manifest.parametersBy, values }): [string, DateFactPath][] =>
        by === "/appliedOn" || values.length === 0 ? [] : [[name, by]],
      ),
    ),
    claiming: declarations,
    ceilings: limits,
    historyBenefits: new Set(historyBenefitsOf([...ordered.keys(), ...Object.keys(grants)])),
    caseSchema,
    checkCase: compileSchema(caseSchema),
  };
}
