import { randomUuid } from "@jinengtong/standards";
import { rightHeader } from "./acting-for.tsx";
import type { ApiMap } from "./api.ts";
import { forgetCarried, takeCarried } from "./first-state.ts";
import { noteAnswer } from "./kept.ts";
import { NetworkError, ProblemError, readProblem } from "./problem.ts";

export type ApiKey = keyof ApiMap & string;
export type Output<K extends ApiKey> = ApiMap[K]["output"];

/** A part of the input: absent if the operation has none, optional if nothing in it is required. */
type Part<Name extends string, Value> = [Value] extends [never]
  ? unknown
  : undefined extends Value
    ? { [N in Name]?: Value }
    : Record<never, never> extends Value
      ? { [N in Name]?: Value }
      : { [N in Name]: Value };

export type Input<K extends ApiKey> = Part<"params", ApiMap[K]["params"]> &
  Part<"query", ApiMap[K]["query"]> &
  Part<"body", ApiMap[K]["body"]>;

export interface CallOptions {
  idempotencyKey?: string;
  signal?: AbortSignal;
  timeoutMs?: number;
  /** Right by which the call is made for somebody else. */
  actingFor?: string | null;
  /** Asked before a lost request is sent again: false once the person has left or cancelled the act. */
  isWanted?: () => boolean;
}

interface RawInput {
  params?: object;
  query?: object;
  body?: unknown;
}

let csrfToken: string | null = null;
let onUnauthorised: (() => void) | null = null;

/** CSRF token from the session query, sent with every changing request. */
export function rememberCsrfToken(token: string | null): void {
  csrfToken = token;
}

/** Called when the session has ended during work (the shell sends the person to the sign-in page). */
export function whenUnauthorised(handler: (() => void) | null): void {
  onUnauthorised = handler;
}

/** Fills the `:name` parameters of a path and appends the query. */
export function buildUrl(path: string, params: object | undefined, query: object | undefined): string {
  const values = (params ?? {}) as Record<string, unknown>;
  const filled = path.replace(/:([A-Za-z]\w*)/gu, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`missing path parameter ${name} for ${path}`);
    return encodeURIComponent(String(value));
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== "") search.append(name, String(one));
    }
  }
  const text = search.toString();
  return text === "" ? filled : `${filled}?${text}`;
}

/** Headers of a changing request: the session's token and, for a POST, its idempotency key. */
export async function changeHeaders(method: string, idempotencyKey?: string): Promise<Record<string, string>> {
  if (method === "GET") return {};
  if (csrfToken === null) await refreshCsrfToken();
  const headers: Record<string, string> = {};
  if (csrfToken !== null) headers["x-csrf-token"] = csrfToken;
  if (method === "POST") headers["idempotency-key"] = idempotencyKey ?? randomUuid();
  return headers;
}

async function refreshCsrfToken(): Promise<void> {
  const response = await fetch("/api/v1/session", { headers: { accept: "application/json" } });
  if (!response.ok) return;
  const session = (await response.json()) as { csrfToken?: string };
  csrfToken = session.csrfToken ?? null;
}

/** Calls one operation. Retries lost answers with the same idempotency key; throws refusals. */
export async function call<K extends ApiKey>(key: K, input: Input<K>, options: CallOptions = {}): Promise<Output<K>> {
  const [method = "GET", path = ""] = key.split(" ");
  const { params, query, body } = input as RawInput;
  const url = buildUrl(path, params, query);
  // A document brings what its own reader may see, not what somebody else is shown.
  const carried = method === "GET" && !options.actingFor ? takeCarried(url) : undefined;
  if (carried !== undefined) return carried as Output<K>;
  const response = await send(method, url, body, options);
  if (response.status === 204) return undefined as unknown as Output<K>;
  return (await response.json()) as Output<K>;
}

/** One request with its retries; returns the successful response or throws `ProblemError` or `NetworkError`. */
export async function send(method: string, url: string, body: unknown, options: CallOptions = {}): Promise<Response> {
  const idempotencyKey = options.idempotencyKey ?? (method === "POST" ? randomUuid() : undefined);
  if (method !== "GET") forgetCarried();
  const canRepeat = method === "GET" || method === "POST";
  let csrfRenewed = false;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const headers = {
        accept: "application/json",
        ...rightHeader(options.actingFor),
        ...(await changeHeaders(method, idempotencyKey)),
      };
      const response = await fetchInTime(url, method, headers, body, options);
      if (response.ok) {
        noteAnswer(response);
        return response;
      }
      const error = await readProblem(response);
      if (error.problem.status === 403 && /csrf/u.test(error.problem.code) && !csrfRenewed) {
        csrfRenewed = true;
        csrfToken = null;
        continue;
      }
      if (error.problem.status === 401 && url !== "/api/v1/session") onUnauthorised?.();
      throw error;
    } catch (error) {
      if (error instanceof ProblemError || options.signal?.aborted) throw error;
      const lost = toNetworkError(error);
      if (!canRepeat || attempt >= 3 || !navigator.onLine) throw lost;
      await new Promise((resolve) => setTimeout(resolve, 400 * attempt));
      if (options.isWanted?.() === false) throw lost;
    }
  }
}

class TimeoutSignal extends Error {}

async function fetchInTime(
  url: string,
  method: string,
  headers: Record<string, string>,
  body: unknown,
  options: CallOptions,
): Promise<Response> {
  const controller = new AbortController();
  const stop = () => controller.abort(options.signal?.reason);
  options.signal?.addEventListener("abort", stop);
  const timer = setTimeout(() => controller.abort(new TimeoutSignal()), options.timeoutMs ?? 20_000);
  try {
    const hasBody = method !== "GET" && method !== "DELETE";
    const payload = hasBody ? { body: JSON.stringify(body ?? {}) } : {};
    const type: Record<string, string> = hasBody ? { "content-type": "application/json" } : {};
    return await fetch(url, { method, headers: { ...headers, ...type }, signal: controller.signal, ...payload });
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener("abort", stop);
  }
}

function toNetworkError(error: unknown): NetworkError {
  if (error instanceof NetworkError) return error;
  if (error instanceof TimeoutSignal) return new NetworkError("timeout");
  return new NetworkError(navigator.onLine ? "unreachable" : "offline");
}
