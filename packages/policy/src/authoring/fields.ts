/** The parts of a grammar node as fields of a form, from its schema. */
import { labelOf, NUMBER_FACTS } from "../facts.ts";
import type { NumberFactPath } from "../facts.ts";
import type { JsonSchema } from "../json-schema.ts";
import { CONTRADICTIONS } from "../mechanisms/facts-agree.ts";
import { packageDefinitions } from "../package-schema.ts";
import { nameOf, RELATIONS } from "../vocabulary.ts";
import type { Choice, Names } from "./context.ts";
import { choicesOf, codeNames, isRecord } from "./context.ts";
import type { Family } from "./names.ts";
import { CODE_NAMES, PART_NAMES, PART_NAMES_OF, STEP_NAMES } from "./names.ts";

/** How a part is filled in. */
export type Control =
  | { kind: "number"; least: number; most: number; unit: string }
  | { kind: "text"; most: number }
  | { kind: "day" }
  | { kind: "flag"; yes: string; no: string }
  | { kind: "choice"; choices: readonly Choice[] }
  /** Several of a list; `lists` are shared ones that may stand in its place. */
  | { kind: "many"; choices: readonly Choice[]; lists: readonly Choice[]; numbers: boolean }
  /** A literal, or the value of a parameter. */
  | { kind: "bound"; literal: Control; parameters: readonly Choice[] }
  | { kind: "block"; family: Family }
  | { kind: "blocks"; family: Family; least: number }
  /** One inner block for each value of what is chosen by. */
  | { kind: "options"; family: Family; part: string; is: readonly (Choice & { code: string | number | boolean })[] }
  /** Plain parts of an object inside the node. */
  | { kind: "group"; fields: readonly Field[] };

export interface Field {
  key: string;
  label: string;
  required: boolean;
  control: Control;
}

type Node = Readonly<Record<string, unknown>>;

const FAMILIES: Readonly<Record<string, Family>> = {
  "#/$defs/test": "test",
  "#/$defs/quantity": "quantity",
  "#/$defs/rate": "rate",
  "#/$defs/selector": "selector",
  "#/$defs/step": "step",
  "#/$defs/years": "years",
};

/** The schema of each kind of a family. */
export function kindsOf(family: Family): ReadonlyMap<string, JsonSchema> {
  return new Map(
    (packageDefinitions[family]?.oneOf ?? []).map((schema) => [String(schema.properties?.["kind"]?.const), schema]),
  );
}

/** The fields of a node; empty where its kind is none of the family's. */
export function fieldsOf(family: Family, node: Node, names: Names): Field[] {
  const schema = kindsOf(family).get(String(node["kind"]));
  return schema === undefined ? [] : fieldsOfObject(schema, node, names);
}

function fieldsOfObject(schema: JsonSchema, node: Node, names: Names): Field[] {
  return Object.entries(schema.properties ?? {})
    .filter(([key]) => key !== "kind")
    .map(([key, part]) => ({
      key,
      label: PART_NAMES_OF[`${String(node["kind"])}.${key}`] ?? PART_NAMES[key] ?? key,
      required: schema.required?.includes(key) === true,
      control: controlOf(key, part, node, names),
    }));
}

function controlOf(key: string, schema: JsonSchema, node: Node, names: Names): Control {
  if (schema.$ref !== undefined) return controlOfReference(schema.$ref, names);
  if (key === "step") return { kind: "choice", choices: choicesOf(STEP_NAMES) };
  if (schema.enum !== undefined) return { kind: "choice", choices: enumChoices(key, schema.enum) };
  if (schema.anyOf !== undefined) return controlOfAlternatives(key, schema.anyOf, node, names);
  switch (schema.type) {
    case "integer":
    case "number":
      return {
        kind: "number",
        least: schema.minimum ?? 0,
        most: schema.maximum ?? Number.MAX_SAFE_INTEGER,
        unit: unitOf(key, node),
      };
    case "boolean":
      return { kind: "flag", ...yesNo(node) };
    case "array":
      return controlOfArray(key, schema, node, names);
    case "object":
      return { kind: "group", fields: fieldsOfObject(schema, valueOf(node, key), names) };
    default:
      if (schema.format === "date") return { kind: "day" };
      if (key === "benefit" || key === "covered") return { kind: "choice", choices: choicesOf(names.benefits) };
      return { kind: "text", most: schema.maxLength ?? 200 };
  }
}

function valueOf(node: Node, key: string): Node {
  const value = node[key];
  return isRecord(value) ? value : {};
}

function controlOfReference(ref: string, names: Names): Control {
  const family = FAMILIES[ref];
  if (family !== undefined) return { kind: "block", family };
  if (ref === "#/$defs/clauseId") return { kind: "choice", choices: names.clauses };
  if (ref === "#/$defs/parameterBound")
    return { kind: "bound", literal: { kind: "day" }, parameters: parametersOf(names) };
  return { kind: "choice", choices: parametersOf(names) };
}

function controlOfAlternatives(key: string, anyOf: readonly JsonSchema[], node: Node, names: Names): Control {
  const [first = {}, second = {}] = anyOf;
  if (second.$ref === "#/$defs/parameterBound")
    return { kind: "bound", literal: controlOf(key, first, node, names), parameters: parametersOf(names) };
  // A plain number, or one of the other ways to say it.
  if (second.$ref === "#/$defs/years") return { kind: "block", family: "years" };
  return controlOf(key, first, node, names);
}

function controlOfArray(key: string, schema: JsonSchema, node: Node, names: Names): Control {
  const items = schema.items ?? {};
  const family = FAMILIES[items.$ref ?? ""];
  if (family !== undefined) return { kind: "blocks", family, least: schema.minItems ?? 0 };
  const inner = Object.entries(items.properties ?? {}).find(([name]) => name !== "is");
  if (inner !== undefined)
    return {
      kind: "options",
      part: inner[0],
      family: FAMILIES[inner[1].$ref ?? ""] ?? "quantity",
      is: casesOf(node, names),
    };
  const choices = items.enum === undefined ? listChoices(key, node, names) : enumChoices(key, items.enum);
  const allowed = new Set(choices.map(({ value }) => value));
  return {
    kind: "many",
    choices,
    numbers: choices.some(({ value }) => /^\d+$/u.test(value)),
    lists: Object.entries(names.lists)
      .filter(([, values]) => values.every((value) => allowed.has(String(value))))
      .map(([value, values]) => ({
        value,
        label: `共用名单：${values.map((one) => choices.find((choice) => choice.value === String(one))?.label ?? one).join("、")}`,
      })),
  };
}

/** The choices of a list whose items are ids: groups, benefits, or the codes of the fact beside it. */
function listChoices(key: string, node: Node, names: Names): Choice[] {
  if (key === "benefits") return choicesOf(names.benefits);
  if (key === "values") return choicesOf(codeNames(names, node["fact"]));
  return choicesOf(names.groups);
}

/** The cases that an options list may tell apart. */
function casesOf(node: Node, names: Names): (Choice & { code: string | number | boolean })[] {
  const by = isRecord(node["by"]) ? node["by"] : { kind: "parameter", name: node["name"] };
  if (by["kind"] === "flag")
    return [true, false].map((code) => ({ code, value: String(code), label: code ? "是" : "否" }));
  if (by["kind"] === "code")
    return choicesOf(codeNames(names, by["fact"])).map((one) => ({
      ...one,
      code: /^\d+$/u.test(one.value) ? Number(one.value) : one.value,
    }));
  const type = names.parameters.find(({ name }) => name === by["name"])?.type;
  return type?.kind === "choice" ? type.options.map((one) => ({ ...one, code: one.value })) : [];
}

function parametersOf(names: Names): Choice[] {
  return names.parameters.map(({ name, label }) => ({ value: name, label }));
}

function enumChoices(key: string, codes: readonly unknown[]): Choice[] {
  return codes.map((code) => ({ value: String(code), label: codeLabel(key, String(code)) }));
}

function codeLabel(key: string, code: string): string {
  if (code.startsWith("/")) return labelOf(code);
  if (key === "relations") return nameOf(RELATIONS, code);
  if (key === "contradictions") return CONTRADICTIONS[code as keyof typeof CONTRADICTIONS].text;
  return CODE_NAMES[`${key}.${code}`] ?? code;
}

function unitOf(key: string, node: Node): string {
  if (key === "fen") return "fen";
  if (key === "percent") return "%";
  if (key === "years" || key === "F" || key === "M") return "周岁";
  if (key === "months" || key === "claimMonths" || key === "atMost") return "个月";
  if (key === "fewerThan") return node["kind"] === "history-months" ? "个月" : "次";
  if (key !== "bound") return "";
  // The bound of a compared fact, or of a counted quantity.
  const { fact } = node["quantity"] === undefined ? node : valueOf(node, "quantity");
  return typeof fact === "string" && Object.hasOwn(NUMBER_FACTS, fact) ? NUMBER_FACTS[fact as NumberFactPath].unit : "";
}

function yesNo(node: Node): { yes: string; no: string } {
  return node["kind"] === "is" ? { yes: "是", no: "不是" } : { yes: "是", no: "否" };
}
