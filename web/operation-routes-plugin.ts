import type { Plugin } from "vite";

/**
 * Operation names cost the browser nothing: the build replaces them by routes. The whole server is behind the names, so it is loaded
 * with the first page that has one, and not by everything that reads this configuration.
 */
export const operationRoutes: Plugin = {
  name: "operation-routes",
  enforce: "pre",
  async transform(code, id) {
    if (!/\.tsx?$/.test(id) || !code.includes("/api.ts")) return null;
    const server = new URL("./operation-routes.ts", import.meta.url).href;
    const { routesOf } = (await import(/* @vite-ignore */ server)) as typeof import("./operation-routes.ts");
    // Keeps lines in place, so that stack traces are right without a map.
    return { code: routesOf(code), map: null };
  },
};
