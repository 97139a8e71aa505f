import type { Api } from "@jinengtong/server";

/**
 * The platform's operations by noun and verb, typed by the server's declarations: `useApi(api.claims.show, …)`. Only types are
 * imported. The build replaces each `api.noun.verb` by its route (`operation-routes.ts`), so that a page carries only the routes it
 * calls.
 */
export const api = {} as Api;

export type { Api, ApiMap } from "@jinengtong/server";
