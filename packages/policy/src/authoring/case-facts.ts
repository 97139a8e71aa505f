/** The facts that a worked case may state, each with its name and how it is filled in, from the schema of a case. */
import type { JsonSchema } from "../json-schema.ts";
import { BOOLEAN_FACTS, labelOf, NUMBER_FACTS, withUnit } from "../facts.ts";
import type { NumberFact } from "../facts.ts";
import { CERTIFICATE_KINDS, DEGREES, INSTITUTION_KINDS, LEVELS, RELATIONS, SEXES, STAGES } from "../vocabulary.ts";
import type { Choice, Names } from "./context.ts";
import { choicesOf } from "./context.ts";

export type FactControl =
  | { kind: "number"; unit: NumberFact["unit"] | "" }
  | { kind: "text" }
  | { kind: "day" }
  | { kind: "days" }
  | { kind: "flag"; yes: string; no: string }
  | { kind: "choice"; choices: readonly Choice[]; numbers: boolean }
  | { kind: "many"; choices: readonly Choice[] }
  | { kind: "rows"; fields: readonly CaseFact[] };

export interface CaseFact {
  pointer: string;
  label: string;
  control: FactControl;
  /** It may also be known that there is none. */
  none: boolean;
}

const CODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "/stage": STAGES,
  "/person/sex": SEXES,
  "/person/priorDegree": DEGREES,
  "/person/inPlaceOf/relation": RELATIONS,
  "/training/institution/kind": INSTITUTION_KINDS,
  "/certificate/kind": CERTIFICATE_KINDS,
  "/certificate/level": LEVELS,
  "/degree/level": DEGREES,
  "/apprenticeship/targetLevel": LEVELS,
  "/history/level": LEVELS,
};

function codesOf(pointer: string, names: Names): Readonly<Record<string, string>> | undefined {
  if (pointer.endsWith("/groups")) return names.groups;
  if (pointer.endsWith("/course")) return names.courses;
  return pointer === "/history/benefit" ? names.benefits : CODES[pointer];
}

/** Facts of a case in the order of its schema. */
export function caseFacts(schema: JsonSchema, names: Names): CaseFact[] {
  const skipped = new Set(["id", "benefit", "parameters"]);
  return Object.entries(schema.properties ?? {}).flatMap(([key, part]) =>
    skipped.has(key) ? [] : factsWithin(`/${key}`, part, names),
  );
}

function factsWithin(pointer: string, schema: JsonSchema, names: Names): CaseFact[] {
  if (schema.type === "object")
    return Object.entries(schema.properties ?? {}).flatMap(([key, part]) =>
      factsWithin(`${pointer}/${key}`, part, names),
    );
  const none = schema.anyOf?.some(({ type }) => type === "null") === true || schema.enum?.includes(null) === true;
  const own = schema.anyOf?.find(({ type }) => type !== "null") ?? schema;
  return [{ pointer, label: labelIn(pointer, own, schema), none, control: controlOf(pointer, own, names) }];
}

function labelIn(pointer: string, own: JsonSchema, schema: JsonSchema): string {
  const label = labelOf(pointer);
  if (label !== pointer) return label;
  const described = own.description ?? schema.description ?? OWN_LABELS[pointer.split("/").at(-1) ?? ""] ?? pointer;
  return described.replace(/[；：（(].*$/u, "").replace(/。$/u, "");
}

const OWN_LABELS: Readonly<Record<string, string>> = {
  occupation: "职业（工种）",
  level: "等级",
  employer: "用人单位",
};

function controlOf(pointer: string, schema: JsonSchema, names: Names): FactControl {
  const codes = codesOf(pointer, names);
  if (schema.type === "array") return arrayControl(pointer, schema, codes, names);
  if (codes !== undefined) return { kind: "choice", choices: choicesOf(codes), numbers: schema.type === "integer" };
  if (schema.format === "date") return { kind: "day" };
  if (schema.type === "boolean") {
    const own = (BOOLEAN_FACTS as Readonly<Record<string, { yes: string; no: string } | undefined>>)[pointer];
    return { kind: "flag", yes: own?.yes ?? "是", no: own?.no ?? "否" };
  }
  if (schema.type === "integer" || schema.type === "number") return { kind: "number", unit: unitOf(pointer) };
  return { kind: "text" };
}

function unitOf(pointer: string): NumberFact["unit"] | "" {
  const own = (NUMBER_FACTS as Readonly<Record<string, NumberFact | undefined>>)[pointer];
  return own?.unit ?? (pointer.endsWith("Fen") ? "fen" : "");
}

function arrayControl(
  pointer: string,
  schema: JsonSchema,
  codes: Readonly<Record<string, string>> | undefined,
  names: Names,
): FactControl {
  if (codes !== undefined) return { kind: "many", choices: choicesOf(codes) };
  const items = schema.items ?? {};
  return items.type === "object" ? { kind: "rows", fields: factsWithin(pointer, items, names) } : { kind: "days" };
}

/** A fact's value as a line says it. */
export function showFact({ control }: CaseFact, value: unknown): string {
  if (value === null) return "没有";
  if (control.kind === "flag") return value === true ? control.yes : control.no;
  if (control.kind === "choice") return nameIn(control.choices, value);
  if (control.kind === "many" && Array.isArray(value))
    return value.length === 0 ? "不属任何一类" : value.map((one) => nameIn(control.choices, one)).join("、");
  if (control.kind === "number" && typeof value === "number")
    return control.unit === "" ? String(value) : withUnit(value, control.unit);
  if (control.kind === "rows" && Array.isArray(value))
    return value.length === 0 ? "没有" : value.map((row: unknown) => rowText(control.fields, row)).join("；");
  if (control.kind === "days" && Array.isArray(value)) return `${value.length} 日`;
  return String(value);
}

const nameIn = (choices: readonly Choice[], code: unknown): string =>
  choices.find(({ value }) => value === String(code))?.label ?? String(code);

function rowText(fields: readonly CaseFact[], row: unknown): string {
  if (typeof row !== "object" || row === null) return "";
  const values = new Map(Object.entries(row));
  return fields
    .flatMap((field) => {
      const value: unknown = values.get(field.pointer.split("/").at(-1) ?? "");
      return value === undefined ? [] : [showFact(field, value)];
    })
    .join(" ");
}
