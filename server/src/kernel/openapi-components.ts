type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Schema = { [key: string]: Json };

/** Shorter schemas are easier to read inline than by reference. */
const WORTH_A_NAME = 100;

/** Objects and enums get names; an array or a nullable refers to the name of its item. */
const hasName = (schema: Schema, text: string): boolean =>
  text.length >= WORTH_A_NAME && (isObject(schema.properties) || Array.isArray(schema.enum));

const isObject = (value: Json | undefined): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Location of a schema in the document, and the words of its name. */
type Visit = (schema: Schema, words: readonly string[]) => Schema;

/** Rewrites the schemas inside `schema` first, then the schema itself. */
function rewrite(schema: Schema, words: readonly string[], visit: Visit): Schema {
  const inner: Schema = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === "properties" && isObject(value)) {
      inner[key] = Object.fromEntries(
        Object.entries(value).map(([name, one]) => [name, isObject(one) ? rewrite(one, [...words, name], visit) : one]),
      );
    } else if (["items", "additionalProperties", "propertyNames"].includes(key) && isObject(value)) {
      inner[key] = rewrite(
        value,
        key === "items" ? [...words.slice(0, -1), singular(words.at(-1) ?? "")] : words,
        visit,
      );
    } else if (["anyOf", "oneOf", "allOf", "prefixItems"].includes(key) && Array.isArray(value)) {
      inner[key] = value.map((one) => (isObject(one) ? rewrite(one, words, visit) : one));
    } else {
      inner[key] = value;
    }
  }
  return visit(inner, words);
}

const singular = (word: string): string =>
  word.endsWith("ies")
    ? `${word.slice(0, -3)}y`
    : /(ch|sh|ss|x)es$/.test(word)
      ? word.slice(0, -2)
      : word.replace(/([^s])s$/, "$1");

const pascal = (words: readonly string[]): string =>
  words.map((word) => word.charAt(0).toUpperCase() + word.slice(1).replace(/[^A-Za-z0-9]/g, "")).join("");

/**
 * Names schemas that several operations share, once under `components/schemas`, and refers to them elsewhere. Collect with `see`
 * over the whole document, then write with `refer`; a name comes from the noun of the first operation and the schema's property.
 */
export class SharedSchemas {
  readonly #seen = new Map<string, { count: number; words: readonly string[] }>();
  readonly #names = new Map<string, string>();
  readonly components: Schema = {};

  /** `known` schemas have fixed names: so common that a reader should know them by name, however short. */
  constructor(known: Readonly<Record<string, Schema>> = {}) {
    for (const [name, schema] of Object.entries(known)) this.#names.set(JSON.stringify(schema), name);
  }

  see(schema: Schema, operation: string, part: string): void {
    rewrite(schema, this.#start(operation, part), (one, words) => {
      const text = JSON.stringify(one);
      const known = this.#seen.get(text);
      if (known) known.count += 1;
      else this.#seen.set(text, { count: 1, words });
      return one;
    });
  }

  refer(schema: Schema, operation: string, part: string): Schema {
    const original = new Map<Schema, string>();
    return rewrite(schema, this.#start(operation, part), (one) => {
      const text = JSON.stringify(this.#inline(one, original));
      const seen = this.#seen.get(text);
      const shared = seen !== undefined && seen.count > 1 && hasName(one, text);
      const name = this.#names.get(text) ?? (shared ? this.#name(text, seen.words) : undefined);
      if (name === undefined) {
        original.set(one, text);
        return one;
      }
      this.components[name] ??= one;
      const reference: Schema = { $ref: `#/components/schemas/${name}` };
      original.set(reference, text);
      return reference;
    });
  }

  #start(operation: string, part: string): string[] {
    const [noun = "", verb = ""] = operation.split(".");
    return [singular(noun), ...(part === "output" ? [] : [verb, part])];
  }

  /** The schema before its parts became references. */
  #inline(schema: Schema, original: ReadonlyMap<Schema, string>): Json {
    const back = (value: Json): Json => {
      if (Array.isArray(value)) return value.map(back);
      if (!isObject(value)) return value;
      const text = original.get(value);
      return text === undefined
        ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, back(one)]))
        : (JSON.parse(text) as Json);
    };
    return back(schema);
  }

  #name(text: string, words: readonly string[]): string {
    const wanted = pascal(words.length > 3 ? [words[0] ?? "", ...words.slice(-2)] : words) || "Shape";
    const taken = new Set([...this.#names.values(), "Problem"]);
    let name = wanted;
    for (let n = 2; taken.has(name); n += 1) name = `${wanted}${n}`;
    this.#names.set(text, name);
    return name;
  }
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required?: true;
  readonly schema: Schema;
}

export interface Reference {
  readonly $ref: string;
}

/** Replaces, in place, each parameter that several operations share by a reference; returns `components/parameters`. */
export function shareParameters(operations: readonly { parameters: (Parameter | Reference)[] }[]): Schema {
  const counts = new Map<string, number>();
  for (const one of operations.flatMap((operation) => operation.parameters)) {
    const text = JSON.stringify(one);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const names = new Map<string, string>();
  const components: Schema = {};
  for (const operation of operations) {
    operation.parameters = operation.parameters.map((one) => {
      const text = JSON.stringify(one);
      if ("$ref" in one || (counts.get(text) ?? 0) < 2) return one;
      const wanted = pascal([one.name]);
      let name = names.get(text) ?? wanted;
      for (let n = 2; !names.has(text) && name in components; n += 1) name = `${wanted}${n}`;
      names.set(text, name);
      components[name] = JSON.parse(text) as Schema;
      return { $ref: `#/components/parameters/${name}` };
    });
  }
  return components;
}
