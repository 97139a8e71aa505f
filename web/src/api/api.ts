import type { Api } from "@jinengtong/server";

/**
 * The platform's operations by noun and verb, typed by the server's own declarations: `useApi(api.claims.show, …)`. Only types cross
 * over. When the pages are built, each `api.noun.verb` becomes the route that it stands for (`operation-routes.ts` of the build), so
 * that a page carries the routes it calls and no others.
 */
export const api = {} as Api;

export type { Api, ApiMap } from "@jinengtong/server";
