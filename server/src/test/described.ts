import { openApi } from "../kernel/openapi.ts";
import type { AnyOperation } from "../kernel/operation.ts";
import { operations } from "../modules.ts";

/** An operation as the API's own description has it. */
export interface Described {
  parameters?: { name: string; in: "path" | "query" | "header"; schema: Record<string, unknown> }[];
  requestBody?: { content: Record<string, { schema: Record<string, unknown> }> };
}

const { openapi, schemas } = openApi(operations, "");
const document = openapi as unknown as { paths: Record<string, Record<string, Described>> };

/** The description with its references resolved, into the other document too. */
const resolved = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(resolved);
  if (typeof value !== "object" || value === null) return value;
  if ("$ref" in value) {
    const [, ...keys] = String(value.$ref).split("/");
    const root: unknown = keys[0] === "$defs" ? schemas : openapi;
    return resolved(keys.reduce((at, key) => (at as Record<string, unknown>)[key], root));
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolved(one)]));
};

export const describedOperation = (op: AnyOperation): Described =>
  resolved(document.paths[op.path.replace(/:(\w+)/g, "{$1}")]?.[op.method.toLowerCase()]) as Described;
