import { z } from "zod";
import type { Behalf, Owner, Role } from "./actor.ts";
import type { Context } from "./context.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Shape = z.ZodType;

export interface Parsed<P extends Shape = Shape, Q extends Shape = Shape, B extends Shape = Shape> {
  params: z.output<P>;
  query: z.output<Q>;
  body: z.output<B>;
}

/**
 * Permission of an operation. `public`: anyone. `roles`: those roles; with `over` only on resources that the actor's person,
 * organisation or region covers. `over` reads the owner of the resource that the request names; null means there is none (404).
 */
export type Permission<Input> =
  | { public: true }
  | { roles: readonly Role[]; over?: (context: Context, input: Input) => Promise<Owner | null> };

interface Declared<M, Path, P, Q, B, O, Input, Output> {
  method: M;
  path: Path;
  /** One Chinese line, used in OpenAPI and the audit log. */
  summary: string;
  permission: Permission<Input>;
  params: P;
  query: Q;
  body: B;
  output: O;
  /** Organisation tokens with this scope may call it; without a scope, only sessions may. */
  scope?: string;
  /** Purposes for which an officer at a window, or a named helper, may call it for somebody; without any, only the person may. */
  behalf?: readonly Behalf[];
  /** Rate limit: calls a minute, for operations that invite guessing. */
  perMinute?: number;
  /** The rate limit counts calls under way and refused ones: those that succeed are a school's learners behind one address. */
  refusedOnly?: true;
  /** Limit of the JSON body in bytes, for lists longer than a form. */
  bodyLimit?: number;
  /** Accepts one multipart file of at most `maxBytes`, given to `run` as `context.upload`. */
  upload?: { maxBytes: number };
  /**
   * Pages whose document carries this answer of a GET, so that they show it without asking: by address (`*` is every page, `/bureau/*`
   * every page of that portal) the query they ask with, usually none. Parameters are named as the operation's.
   */
  carriedBy?: Readonly<Record<string, string>>;
  /** False for the few non-GETs that neither create nor pay (sign-in, previews): no idempotency key, no transaction, no audit row. */
  creates: boolean;
  run(context: Context, input: Input): Promise<Output>;
}

export type Operation<
  M extends Method = Method,
  Path extends string = string,
  P extends Shape = Shape,
  Q extends Shape = Shape,
  B extends Shape = Shape,
  O extends Shape = Shape,
> = Declared<M, Path, P, Q, B, O, Parsed<P, Q, B>, z.output<O>>;

/** Any operation in a list: `run` takes different inputs, and only `never` fits them all. */
export type AnyOperation = Declared<Method, string, Shape, Shape, Shape, Shape, never, unknown>;

const nothing = z.object({});
type Nothing = typeof nothing;
type Optional = "params" | "query" | "body" | "creates";

const summaries = new Map<string, string>();

/** Label of an operation in the audit log: its summary, or its code if the operation no longer exists. */
export const summaryOf = (code: string): string => summaries.get(code) ?? code;

/**
 * Declares one operation of the API: permission, input, output, and the work. Request validation, OpenAPI, the browser's client and
 * the role × route test are derived from it.
 */
export function operation<
  const M extends Method,
  const Path extends `/api/v1/${string}`,
  O extends Shape,
  P extends Shape = Nothing,
  Q extends Shape = Nothing,
  B extends Shape = Nothing,
>(
  declared: Omit<Operation<M, Path, P, Q, B, O>, Optional> & { params?: P; query?: Q; body?: B; creates?: boolean },
): Operation<M, Path, P, Q, B, O> {
  summaries.set(`${declared.method} ${declared.path}`, declared.summary);
  return {
    ...declared,
    creates: declared.creates ?? declared.method !== "GET",
    params: declared.params ?? (nothing as Shape as P),
    query: declared.query ?? (nothing as Shape as Q),
    body: declared.body ?? (nothing as Shape as B),
  };
}

/** A module's operations by noun and verb: `{ claims: { confirm: confirmClaim } }` is `claims.confirm` for every client. */
export type OperationRecord = Readonly<Record<string, Readonly<Record<string, AnyOperation>>>>;

/** Operations by their public id, such as `claims.confirm`. */
export type NamedOperations = ReadonlyMap<string, AnyOperation>;

/** Flattens records into one list by id. `composeHouse` refuses an id or a route that is declared twice. */
export const nameOperations = (records: readonly OperationRecord[]): NamedOperations =>
  new Map(records.flatMap(operationsIn));

/** Operations of a record, each with its id. */
export const operationsIn = (record: OperationRecord): [id: string, op: AnyOperation][] =>
  Object.entries(record).flatMap(([noun, verbs]) =>
    Object.entries(verbs).map(([verb, op]): [string, AnyOperation] => [`${noun}.${verb}`, op]),
  );
