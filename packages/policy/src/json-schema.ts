/**
 * The part of JSON Schema (2020-12) that this package's schemas use, compiled to closures. Own code because the
 * same check runs on every one of millions of cases and in the browser under a strict content policy, and because
 * a refusal has to name the place by JSON pointer. A keyword outside the part is refused when compiling, so no
 * published schema can promise what is not checked; the tests hold it against an independent validator.
 */
import { isCivilDate } from "./dates.ts";
import { meant, nearestName } from "./meant.ts";

export interface JsonSchema {
  $schema?: string;
  $id?: string;
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  title?: string;
  description?: string;
  examples?: unknown[];
  type?: "object" | "array" | "string" | "integer" | "number" | "boolean" | "null";
  const?: string | number | boolean;
  enum?: (string | number | boolean | null)[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: "date";
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: false | JsonSchema;
  propertyNames?: { pattern: string };
  minProperties?: number;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  /** Alternatives told apart by their JSON type. */
  anyOf?: JsonSchema[];
  /** Alternatives told apart by a constant `kind`. */
  oneOf?: JsonSchema[];
}

const KEYWORDS = new Set([
  '$schema', '$id', '$ref', '$defs', 'title', 'description', 'examples', 'type', 'const', 'enum', 'minimum', 'maximum',
  'minLength', 'maxLength', 'pattern', 'format', 'properties', 'required', 'additionalProperties', 'propertyNames',
  'minProperties', 'items', 'minItems', 'maxItems', 'uniqueItems', 'anyOf', 'oneOf',
]); // prettier-ignore

/** Where a value does not fit, as a JSON pointer, and why. */
export interface Problem {
  path: string;
  message: string;
}

/** Answers null where the value fits. */
export type Check = (value: unknown) => Problem | null;

/** One segment of a JSON pointer, escaped. */
export function pointerSegment(key: string | number): string {
  return `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

function problem(message: string): Problem {
  return { path: "", message };
}

function under(key: string | number, inner: Problem): Problem {
  return { path: pointerSegment(key) + inner.path, message: inner.message };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const TYPE_NAMES: Record<string, string> = {
  object: "对象",
  array: "数组",
  string: "字符串",
  integer: "整数",
  number: "数字",
  boolean: "true 或 false",
  null: "null",
};

/** Compiles a schema; refuses (throws) a keyword or reference that it does not know. */
export function compileSchema(root: JsonSchema): Check {
  const named = new Map<string, Check>();

  function resolve(ref: string): Check {
    // Looked up when first used, so that definitions may refer to each other.
    return (value) => {
      let check = named.get(ref);
      if (check === undefined) {
        const definition = root.$defs?.[ref.slice("#/$defs/".length)];
        if (definition === undefined) throw new Error(`no definition for ${ref}`);
        check = compile(definition);
        named.set(ref, check);
      }
      return check(value);
    };
  }

  function definitionOf(schema: JsonSchema): JsonSchema {
    if (schema.$ref === undefined) return schema;
    const target = root.$defs?.[schema.$ref.slice("#/$defs/".length)];
    if (target === undefined) throw new Error(`no definition for ${schema.$ref}`);
    return definitionOf(target);
  }

  function compile(schema: JsonSchema): Check {
    for (const keyword in schema) if (!KEYWORDS.has(keyword)) throw new Error(`unknown schema keyword ${keyword}`);
    if (schema.$ref !== undefined) return resolve(schema.$ref);
    if (schema.oneOf !== undefined) return compileByKind(schema.oneOf);
    if (schema.anyOf !== undefined) return compileByType(schema.anyOf);
    if (schema.const !== undefined) {
      const only = schema.const;
      return (value) => (value === only ? null : problem(`应为 ${JSON.stringify(only)}`));
    }
    if (schema.enum !== undefined) {
      const allowed = new Set<unknown>(schema.enum);
      const names = schema.enum.map(String);
      const message = `应为以下之一：${names.join("、")}`;
      return (value) =>
        allowed.has(value) ? null : problem(typeof value === "string" ? message + meant(value, names) : message);
    }
    switch (schema.type) {
      case "object":
        return compileObject(schema);
      case "array":
        return compileArray(schema);
      case "string":
        return compileString(schema);
      case "integer":
      case "number":
        return compileNumber(schema, schema.type === "integer");
      case "boolean":
        return (value) => (typeof value === "boolean" ? null : problem("应为 true 或 false"));
      case "null":
        return (value) => (value === null ? null : problem("应为 null"));
      default:
        throw new Error("a schema must say its type");
    }
  }

  function compileByKind(alternatives: JsonSchema[]): Check {
    const byKind = new Map<unknown, Check>();
    for (const alternative of alternatives) {
      const kind = definitionOf(alternative).properties?.["kind"]?.const;
      if (kind === undefined || byKind.has(kind)) throw new Error("alternatives must differ by a constant kind");
      byKind.set(kind, compile(alternative));
    }
    const kinds = [...byKind.keys()].map(String);
    const message = `应为以下之一：${kinds.join("、")}`;
    return (value) => {
      if (!isObject(value)) return problem("应为对象");
      const kind = Object.hasOwn(value, "kind") ? value["kind"] : undefined;
      const check = byKind.get(kind);
      if (check !== undefined) return check(value);
      return { path: "/kind", message: typeof kind === "string" ? message + meant(kind, kinds) : message };
    };
  }

  function compileByType(alternatives: JsonSchema[]): Check {
    const checks = alternatives.map((alternative) => ({
      type: definitionOf(alternative).type,
      check: compile(alternative),
    }));
    const message = `应为${checks.map((one) => TYPE_NAMES[one.type ?? ""] ?? "").join("或")}`;
    return (value) => {
      for (const { type, check } of checks) if (hasType(value, type)) return check(value);
      return problem(message);
    };
  }

  function compileObject(schema: JsonSchema): Check {
    const required = schema.required ?? [];
    const properties = new Map<string, Check>();
    for (const key of Object.keys(schema.properties ?? {})) {
      const inner = schema.properties?.[key];
      if (inner !== undefined) properties.set(key, compile(inner));
    }
    const others = schema.additionalProperties === undefined ? undefined : schema.additionalProperties;
    if (others === undefined) throw new Error("an object must say what other properties it takes");
    const otherCheck = others === false ? null : compile(others);
    const names = schema.propertyNames === undefined ? null : new RegExp(schema.propertyNames.pattern, "u");
    const least = schema.minProperties ?? 0;
    return (value) => {
      if (!isObject(value)) return problem("应为对象");
      for (const key of required) {
        if (!Object.hasOwn(value, key))
          return { path: pointerSegment(key), message: `缺少必填项${typedAs(key, value, properties)}` };
      }
      let count = 0;
      for (const key in value) {
        const check = properties.get(key) ?? otherCheck;
        if (check === null)
          return { path: pointerSegment(key), message: `未知的属性${meant(key, [...properties.keys()])}` };
        if (names !== null && !names.test(key)) return { path: pointerSegment(key), message: "属性名称不合规" };
        const inner = check(value[key]);
        if (inner !== null) return under(key, inner);
        count += 1;
      }
      return count < least ? problem(`至少要有 ${least} 项`) : null;
    };
  }

  function compileArray(schema: JsonSchema): Check {
    if (schema.items === undefined) throw new Error("an array must say its items");
    const item = compile(schema.items);
    const least = schema.minItems ?? 0;
    const most = schema.maxItems ?? Number.POSITIVE_INFINITY;
    const unique = schema.uniqueItems === true;
    return (value) => {
      if (!Array.isArray(value)) return problem("应为数组");
      const list: unknown[] = value;
      if (list.length < least) return problem(`至少要有 ${least} 项`);
      if (list.length > most) return problem(`不能超过 ${most} 项`);
      for (let at = 0; at < list.length; at += 1) {
        const inner = item(list[at]);
        if (inner !== null) return under(at, inner);
      }
      if (unique && new Set(list).size !== list.length) return problem("有重复的项");
      return null;
    };
  }

  return compile(root);
}

/** Says which unknown property was probably meant to be the one that is missing. */
function typedAs(key: string, value: object, properties: ReadonlyMap<string, unknown>): string {
  const own = Object.keys(value);
  if (own.length > MOST_KEYS) return "";
  const typed = own.find((one) => !properties.has(one) && nearestName(one, [key]) !== undefined);
  return typed === undefined ? "" : `；写成了 ${typed}？`;
}

/** An object with more properties is no slip of the hand. */
const MOST_KEYS = 100;

function hasType(value: unknown, type: JsonSchema["type"]): boolean {
  switch (type) {
    case "object":
      return isObject(value);
    case "array":
      return Array.isArray(value);
    case "null":
      return value === null;
    case "integer":
    case "number":
      return typeof value === "number";
    default:
      return typeof value === type;
  }
}

/** A pattern for text without U+0000, which many a database and file format cannot keep. */
export const WITHOUT_NUL = "^[^\\u0000]*$";

function patternCheck(pattern: string, description: string | undefined): Check {
  if (pattern === WITHOUT_NUL) {
    return (value) => (String(value).includes("\0") ? problem("含有不能保存的字符（U+0000）") : null);
  }
  const expression = new RegExp(pattern, "u");
  const message = description === undefined ? `格式不符（${pattern}）` : `格式不符，应为${description}`;
  return (value) => (expression.test(String(value)) ? null : problem(message));
}

function compileString(schema: JsonSchema): Check {
  if (schema.format === "date") {
    return (value) =>
      typeof value === "string" && isCivilDate(value) ? null : problem("应为存在的日期，格式 YYYY-MM-DD");
  }
  const least = schema.minLength ?? 0;
  const most = schema.maxLength ?? Number.POSITIVE_INFINITY;
  const pattern = schema.pattern === undefined ? null : patternCheck(schema.pattern, schema.description);
  return (value) => {
    if (typeof value !== "string") return problem("应为字符串");
    if (value.length < least) return problem("不能为空");
    // Length counts characters, not UTF-16 units, as JSON Schema does; the cheap test first.
    if (value.length > most && [...value].length > most) return problem(`不能超过 ${most} 个字符`);
    return pattern === null ? null : pattern(value);
  };
}

function compileNumber(schema: JsonSchema, integer: boolean): Check {
  const least = schema.minimum ?? Number.NEGATIVE_INFINITY;
  const most = schema.maximum ?? Number.POSITIVE_INFINITY;
  const type = integer ? "应为整数" : "应为数字";
  return (value) => {
    if (typeof value !== "number" || (integer ? !Number.isInteger(value) : !Number.isFinite(value))) {
      return problem(type);
    }
    if (value < least) return problem(least === 0 ? "不能为负数" : `不能小于 ${least}`);
    if (value > most) return problem(`不能大于 ${most}`);
    return null;
  };
}
