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
      inner[key] = value.map((one) => (isObject(one) ? rewrite(one, [...words, ...kindOf(one)], visit) : one));
    } else {
      inner[key] = value;
    }
  }
  return visit(inner, words);
}

/** An alternative is called by the constant that tells it from the others. */
function kindOf(schema: Schema): string[] {
  const { kind } = isObject(schema.properties) ? schema.properties : {};
  return isObject(kind) && typeof kind.const === "string" ? [pascal(kind.const.split("-"))] : [];
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
 * Names schemas that several operations share, once in `shared`, and refers to them elsewhere. Collect with `see` over the whole
 * document, then write with `refer`; a name comes from the noun of the first operation and the schema's property.
 */
export class SharedSchemas {
  readonly #seen = new Map<string, { count: number; words: readonly string[] }>();
  readonly #names = new Map<string, string>();
  readonly #place: string;
  readonly shared: Schema = {};

  /**
   * `place` is the JSON pointer of `shared` in its document. `known` schemas have fixed names: so common that a reader should know
   * them by name, however short.
   */
  constructor(place: string, known: Readonly<Record<string, Schema>> = {}) {
    this.#place = place;
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
    return this.#refer(schema, operation, part, new Map());
  }

  /** Name of a whole body or answer: of its noun if several operations have the same, else of the operation. */
  nameOf(schema: Schema, operation: string, part: string): string {
    const original = new Map<Schema, string>();
    const written = this.#refer(schema, operation, part, original);
    const text = JSON.stringify(this.#inline(written, original));
    const seen = this.#seen.get(text);
    const name =
      this.#names.get(text) ??
      (seen !== undefined && seen.count > 1
        ? this.#name(text, seen.words)
        : this.#name(text, this.#own(operation, part), "answer"));
    if (!("$ref" in written)) this.shared[name] ??= written;
    return name;
  }

  #refer(schema: Schema, operation: string, part: string, original: Map<Schema, string>): Schema {
    return rewrite(schema, this.#start(operation, part), (one) => {
      const text = JSON.stringify(this.#inline(one, original));
      const seen = this.#seen.get(text);
      const shared = seen !== undefined && seen.count > 1 && hasName(one, text);
      const name = this.#names.get(text) ?? (shared ? this.#name(text, seen.words) : undefined);
      if (name === undefined) {
        original.set(one, text);
        return one;
      }
      this.shared[name] ??= one;
      const reference: Schema = { $ref: `#${this.#place}/${name}` };
      original.set(reference, text);
      return reference;
    });
  }

  #start(operation: string, part: string): string[] {
    const [noun = "", verb = ""] = operation.split(".");
    return [singular(noun), ...(part === "output" ? [] : [verb, part])];
  }

  #own(operation: string, part: string): string[] {
    const [noun = "", verb = ""] = operation.split(".");
    return [singular(noun), verb, ...(part === "output" ? [] : [part])];
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

  #name(text: string, words: readonly string[], last?: string): string {
    const taken = new Set([...this.#names.values(), "Problem"]);
    const short = words.length > 3 ? [words[0] ?? "", ...words.slice(-2)] : words;
    const name = freeName([short, words, ...(last ? [[...words, last]] : [])], (one) => one === "" || taken.has(one));
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

interface WithParameters {
  readonly operationId: string;
  parameters?: (Parameter | Reference)[];
}

/**
 * Replaces, in place, each parameter that several operations share by a reference; returns `components/parameters`. Of those with one
 * name the most used is called by it alone (`Town`), others with the noun of their first operation (`StatisticTown`).
 */
export function shareParameters(operations: readonly WithParameters[]): Schema {
  const uses = new Map<string, { one: Parameter; count: number; noun: string }>();
  for (const { operationId, parameters = [] } of operations) {
    for (const one of parameters) {
      if ("$ref" in one) continue;
      const text = JSON.stringify(one);
      const use = uses.get(text);
      if (use) use.count += 1;
      else uses.set(text, { one, count: 1, noun: singular(operationId.split(".")[0] ?? "") });
    }
  }
  const names = new Map<string, string>();
  const components: Schema = {};
  for (const [text, { one, count, noun }] of [...uses].toSorted(([, a], [, b]) => b.count - a.count)) {
    if (count < 2) continue;
    const name = freeName([[one.name], [noun, one.name]], (taken) => taken in components);
    names.set(text, name);
    components[name] = JSON.parse(text) as Schema;
  }
  for (const operation of operations) {
    if (operation.parameters === undefined) continue;
    operation.parameters = operation.parameters.map((one) => {
      const name = names.get(JSON.stringify(one));
      return name === undefined ? one : { $ref: `#/components/parameters/${name}` };
    });
  }
  return components;
}

/** The first of these names that is free, else the last with a number. */
function freeName(wanted: readonly (readonly string[])[], isTaken: (name: string) => boolean): string {
  const names = wanted.map(pascal);
  const free = names.find((name) => !isTaken(name));
  if (free !== undefined) return free;
  let n = 2;
  while (isTaken(`${names.at(-1)}${n}`)) n += 1;
  return `${names.at(-1)}${n}`;
}
