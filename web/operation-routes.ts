import { z } from "zod";
import { operations } from "../server/src/modules.ts";

/** References to the client's table of operations, such as `api.claims.confirm`. */
const NAME = /(?<![\w.$"'`])api\.([a-z]\w*)\.([a-z]\w*)\b/gi;

/**
 * Replaces an operation's name by its route (`api.claims.show` becomes `"GET /api/v1/claims/:id"`), and adds its rules for
 * `contractOf`.
 */
export function routesOf(code: string): string {
  return code
    .replace(CONTRACT, (_call, noun: string, verb: string) => `(${JSON.stringify(rulesOf(noun, verb))})`)
    .replace(NAME, (_name, noun: string, verb: string) => {
      const op = operations.get(`${noun}.${verb}`);
      if (!op) throw new Error(`there is no operation ${noun}.${verb}`);
      return JSON.stringify(`${op.method} ${op.path}`);
    });
}

/** `contractOf(api.teachers.add)`. */
const CONTRACT = /\bcontractOf\(api\.([a-z]\w*)\.([a-z]\w*)\)/gi;

interface Property {
  type?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  format?: string;
  anyOf?: Property[];
  required?: string[];
  properties?: Record<string, Property>;
  items?: Property;
}

type Rules = Record<string, Record<string, unknown>>;

/** Rules of each body field of an operation, short enough to send to a browser: see `FormRules` of the kit. */
export function rulesOf(noun: string, verb: string): Rules {
  const op = operations.get(`${noun}.${verb}`);
  if (!op) throw new Error(`there is no operation ${noun}.${verb}`);
  // The fields of an upload stand in its query.
  const shape = op.upload === undefined ? op.body : op.query;
  // Merges the branches of a union: a form validates only the fields it holds.
  const branches = (shape as { options?: unknown[] }).options ?? [shape];
  return Object.assign({}, ...branches.map(rulesOfBody)) as Rules;
}

function rulesOfBody(shape: unknown): Rules {
  const properties: Record<string, Property> = {};
  const required: string[] = [];
  for (const [name, field] of Object.entries((shape as { shape?: Record<string, z.ZodType> }).shape ?? {})) {
    try {
      properties[name] = z.toJSONSchema(field, { io: "input", unrepresentable: "any" }) as Property;
      if (!field.safeParse(undefined).success) required.push(name);
    } catch {
      // A field that the county fills in; unknown at build time, so it has no rules.
    }
  }
  return rulesWithin({ properties, required }, shape, "");
}

function rulesWithin(body: Property, shape: unknown, prefix: string): Rules {
  return Object.fromEntries(
    Object.entries(body.properties ?? {}).flatMap(([name, given]) => {
      const one = given.anyOf?.[0] ?? given;
      const field = fieldOf(shape, name);
      const required = body.required?.includes(name) === true && given.anyOf === undefined && !takesEmpty(field);
      const rule = ruleOf(one, required);
      const pointer = `${prefix}${name}`;
      const inner =
        one.items === undefined
          ? Object.entries(rulesWithin(one, field, `${pointer}/`))
          : [
              ...Object.entries(rulesWithin(one.items, entryOf(field), `${pointer}/#/`)),
              ...(one.items.type === "string" ? [[`${pointer}/#`, ruleOf(one.items, true)] as const] : []),
            ];
      return [[pointer, rule] as const, ...inner];
    }),
  );
}

function ruleOf(one: Property, required: boolean): Record<string, unknown> {
  const [min, max] = one.type === "array" ? [one.minItems, one.maxItems] : [one.minLength, one.maxLength];
  return {
    ...(required ? { required: true } : {}),
    ...(min === undefined || min < 2 ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    // The kit has an input for each format; its pattern would repeat that.
    ...(one.pattern === undefined || one.format !== undefined ? {} : { pattern: one.pattern }),
    ...(one.minimum === undefined || one.minimum === Number.MIN_SAFE_INTEGER ? {} : { least: one.minimum }),
    ...(one.maximum === undefined || one.maximum === Number.MAX_SAFE_INTEGER ? {} : { most: one.maximum }),
  };
}

const fieldOf = (shape: unknown, name: string): unknown =>
  (unwrapped(shape) as { shape?: Record<string, unknown> } | undefined)?.shape?.[name];
const entryOf = (shape: unknown): unknown => (unwrapped(shape) as { element?: unknown } | undefined)?.element;

/** The shape inside of `optional`, `nullable` and `default`. */
function unwrapped(shape: unknown): unknown {
  const inner = (shape as { def?: { innerType?: unknown } } | undefined)?.def?.innerType;
  return inner === undefined ? shape : unwrapped(inner);
}

/** A text or list that must be sent but may be empty isn't required of a person. */
function takesEmpty(shape: unknown): boolean {
  try {
    return shape instanceof z.ZodType && ["", []].some((empty) => shape.safeParse(empty).success);
  } catch {
    // A schema that asks the county, unknown at build time: a town, never empty.
    return false;
  }
}
