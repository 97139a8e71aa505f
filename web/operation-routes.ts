import type { Plugin } from "vite";
import { z } from "zod";
import { operations } from "../server/src/modules.ts";

/** Reads of the client's table of operations, such as `api.claims.confirm`. */
const NAME = /(?<![\w.$"'`])api\.([a-z]\w*)\.([a-z]\w*)\b/gi;

/** Writes the route of an operation in the place of its name (`api.claims.show` becomes `"GET /api/v1/claims/:id"`) and its rules for `contractOf`. */
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
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  format?: string;
  anyOf?: Property[];
}

/** What the body of an operation says about each of its fields, short enough to send to a browser: see `FieldRule` of the kit. */
export function rulesOf(noun: string, verb: string): Record<string, Record<string, unknown>> {
  const op = operations.get(`${noun}.${verb}`);
  if (!op) throw new Error(`there is no operation ${noun}.${verb}`);
  const body = z.toJSONSchema(op.body, { io: "input", unrepresentable: "any" }) as {
    required?: string[];
    properties?: Record<string, Property>;
  };
  return Object.fromEntries(
    Object.entries(body.properties ?? {}).map(([name, given]) => {
      const one = given.anyOf?.[0] ?? given;
      return [
        name,
        {
          ...(body.required?.includes(name) && given.anyOf === undefined ? { required: true } : {}),
          ...(one.minLength === undefined ? {} : { min: one.minLength }),
          ...(one.maxLength === undefined ? {} : { max: one.maxLength }),
          // A format has an input of its own in the kit; its pattern would only say so a second time.
          ...(one.pattern === undefined || one.format !== undefined ? {} : { pattern: one.pattern }),
          ...(one.minimum === undefined || one.minimum === Number.MIN_SAFE_INTEGER ? {} : { least: one.minimum }),
          ...(one.maximum === undefined || one.maximum === Number.MAX_SAFE_INTEGER ? {} : { most: one.maximum }),
        },
      ];
    }),
  );
}

/** Names of operations cost the browser nothing: they are routes by the time they reach it. */
export const operationRoutes: Plugin = {
  name: "operation-routes",
  enforce: "pre",
  transform(code, id) {
    if (!/\.tsx?$/.test(id) || !code.includes("/api.ts")) return null;
    // Lines stay where they are, so positions in a stack trace stay right without a map.
    return { code: routesOf(code), map: null };
  },
};
