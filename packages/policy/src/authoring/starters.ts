/** New blocks of the grammar: whole enough to be read as a sentence, to be filled in from there. */
import { FITTING } from "../check/fitting.ts";
import type { JsonSchema } from "../json-schema.ts";
import { packageDefinitions } from "../package-schema.ts";
import type { Choice, Names } from "./context.ts";
import { codeNames, isRecord } from "./context.ts";
import { kindsOf } from "./fields.ts";
import type { Family } from "./names.ts";
import { KIND_NAMES } from "./names.ts";

/** A building block of a family: its name, and what it means. */
export interface Block extends Choice {
  description: string;
}

/** The building blocks of a family, in the order of the grammar. */
export function paletteOf(family: Family): Block[] {
  return [...kindsOf(family)].map(([kind, schema]) => ({
    value: kind,
    label: KIND_NAMES[family][kind] ?? kind,
    description: schema.description ?? "",
  }));
}

/** The kind that a block of the family begins with until one is chosen. */
const USUAL: Readonly<Record<Family, string>> = {
  test: "is",
  step: "start",
  quantity: "money",
  rate: "percent",
  selector: "code",
  amount: "steps",
  years: "parameter",
};

const STEPS: Readonly<Record<string, string>> = {
  start: "base",
  times: "heads",
  rate: "rate",
  divide: "part",
  "at-most": "ceiling",
  "at-least": "floor",
  "plus-parameter": "more",
  less: "advance-paid",
};

/** A new block of that kind, every required part filled with the first that fits. */
export function starterOf(family: Family, kind: string, names: Names): Record<string, unknown> {
  const schema = kindsOf(family).get(kind);
  return schema === undefined ? { kind } : objectOf(schema, kind, names);
}

const AGAIN = ["again", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];

/**
 * A new block of that kind to follow those of a list. A step gets a name that none of them has, since a decision tells its steps
 * apart by their names.
 */
export function starterAfter(
  list: readonly unknown[],
  family: Family,
  kind: string,
  names: Names,
): Record<string, unknown> {
  const block = starterOf(family, kind, names);
  const { step } = block;
  if (typeof step !== "string") return block;
  const taken = new Set(list.map((each) => (isRecord(each) ? each["step"] : undefined)));
  const free = [step, ...AGAIN.map((word) => `${step}-${word}`)].find((name) => !taken.has(name));
  return { ...block, step: free ?? step };
}

function objectOf(schema: JsonSchema, kind: string, names: Names): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(schema.properties ?? {}))
    if (schema.required?.includes(key) === true) made[key] = valueOf(key, part, kind, made, names);
  return made;
}

function valueOf(key: string, schema: JsonSchema, kind: string, made: Record<string, unknown>, names: Names): unknown {
  if (schema.const !== undefined) return schema.const;
  if (key === "step") return STEPS[kind] ?? "base";
  if (schema.$ref !== undefined) return referred(schema.$ref, kind, names);
  if (schema.enum !== undefined) return schema.enum.length > 1 && key === "than" ? schema.enum[1] : schema.enum[0];
  if (schema.anyOf !== undefined) return valueOf(key, schema.anyOf[0] ?? {}, kind, made, names);
  switch (schema.type) {
    case "integer":
    case "number":
      return USUAL_NUMBERS[key] ?? Math.max(schema.minimum ?? 0, 1);
    case "boolean":
      return key !== "settled";
    case "array":
      return arrayOf(key, schema, kind, made, names);
    case "object":
      return objectOf(schema, kind, names);
    default:
      if (schema.format === "date") return "2020-01-01";
      if (key === "benefit" || key === "covered") return Object.keys(names.benefits)[0] ?? "";
      return key === "unit" ? "一月" : "";
  }
}

const USUAL_NUMBERS: Readonly<Record<string, number>> = {
  bound: 12,
  months: 12,
  claimMonths: 12,
  atMost: 6,
  fewerThan: 3,
  percent: 50,
  fen: 100_000,
  years: 16,
  by: 12,
};

function referred(ref: string, kind: string, names: Names): unknown {
  const name = ref.slice("#/$defs/".length);
  if (name === "clauseId") return names.clauses[0]?.value ?? "";
  if (name === "parameterName") return firstParameter(kind, names);
  if (name === "parameterBound") return { kind: "parameter", name: firstParameter(kind, names) };
  return starterOf(name as Family, USUAL[name as Family], names);
}

function firstParameter(kind: string, names: Names): string {
  const fitting = FITTING[kind] ?? [];
  return names.parameters.find(({ type }) => fitting.includes(type.kind))?.name ?? names.parameters[0]?.name ?? "";
}

function arrayOf(
  key: string,
  schema: JsonSchema,
  kind: string,
  made: Record<string, unknown>,
  names: Names,
): unknown[] {
  const items = schema.items ?? {};
  if (key === "same") return [];
  if (items.enum !== undefined) return key === "contradictions" ? items.enum : items.enum.slice(0, 1);
  if (items.$ref !== undefined)
    return Array.from({ length: schema.minItems ?? 1 }, () => referred(items.$ref ?? "", kind, names));
  const stages = items.properties?.["stage"]?.enum;
  if (stages !== undefined) return stages.map((stage) => ({ ...objectOf(items, kind, names), stage }));
  if (items.properties !== undefined) return optionsOf(items.properties, kind, made, names);
  if (key === "benefits") return Object.keys(names.benefits).slice(0, 1);
  if (key === "values") return codesOf(made["fact"], names).slice(0, 1);
  return Object.keys(names.groups).slice(0, 1);
}

function codesOf(fact: unknown, names: Names): (string | number)[] {
  return Object.keys(codeNames(names, fact)).map((code) => (/^\d+$/u.test(code) ? Number(code) : code));
}

/** One option for each value of what is chosen by. */
function optionsOf(
  properties: Readonly<Record<string, JsonSchema>>,
  kind: string,
  made: Record<string, unknown>,
  names: Names,
): unknown[] {
  const [inner = "take", schema = {}] = Object.entries(properties).find(([name]) => name !== "is") ?? [];
  const by = isRecord(made["by"]) ? made["by"] : { kind: "parameter", name: made["name"] };
  const type = names.parameters.find(({ name }) => name === by["name"])?.type;
  const values =
    by["kind"] === "code"
      ? codesOf(by["fact"], names)
      : type?.kind === "choice"
        ? type.options.map(({ value }) => value)
        : [];
  // Without a parameter to choose by, two readings to be named.
  return (values.length === 0 ? ["first", "second"] : values).map((is) => ({
    is,
    [inner]: referred(schema.$ref ?? "", kind, names),
  }));
}

/** The schema of any block of a family, with the definitions that it refers to. */
export function familySchema(family: Family): JsonSchema {
  return { $defs: packageDefinitions, $ref: `#/$defs/${family}` };
}
