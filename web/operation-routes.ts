import type { Plugin } from "vite";
import { operations } from "../server/src/modules.ts";

/** Reads of the client's table of operations, such as `api.claims.confirm`. */
const NAME = /(?<![\w.$"'`])api\.([a-z]\w*)\.([a-z]\w*)\b/gi;

/** Writes the route of an operation in the place of its name: `api.claims.show` becomes `"GET /api/v1/claims/:id"`. */
export function routesOf(code: string): string {
  return code.replace(NAME, (_name, noun: string, verb: string) => {
    const op = operations.get(`${noun}.${verb}`);
    if (!op) throw new Error(`there is no operation ${noun}.${verb}`);
    return JSON.stringify(`${op.method} ${op.path}`);
  });
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
