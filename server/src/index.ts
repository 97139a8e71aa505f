import type { z } from "zod";
import type { AnyOperation } from "./kernel/operation.ts";
import type { Operations } from "./modules.ts";

type RouteOf<Op> = Op extends { method: infer M extends string; path: infer P extends string } ? `${M} ${P}` : never;

type OperationsOf<R> = { [Noun in keyof R]: R[Noun][keyof R[Noun]] }[keyof R];

/**
 * The typed map the browser's client reads: the route of an operation → what goes in and what comes out, as JSON.
 *
 * It is the inferred type of a function, not an alias: the compiler then writes it into the emitted declaration spelled out in
 * plain types, and the pages are checked against those instead of evaluating every zod schema of the server again.
 */
function apiMapOf<R>() {
  return {} as {
    [Op in Extract<OperationsOf<R>, AnyOperation> as RouteOf<Op>]: {
      params: z.input<Op["params"]>;
      query: z.input<Op["query"]>;
      body: z.input<Op["body"]>;
      output: z.output<Op["output"]>;
    };
  };
}

/** Names of operations, each with its route: `api.claims.confirm`. */
function apiOf<R>() {
  return {} as { readonly [Noun in keyof R]: { readonly [Verb in keyof R[Noun]]: RouteOf<R[Noun][Verb]> } };
}

const apiMap = apiMapOf<Operations>();
const api = apiOf<Operations>();

export type ApiMap = typeof apiMap;
export type Api = typeof api;
