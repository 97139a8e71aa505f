import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { buildUrl, rememberCsrfToken, send, whenUnauthorised } from "./client.ts";
import { ActionKey } from "./idempotency.ts";
import { NetworkError, ProblemError } from "./problem.ts";

const json = (body: unknown, status = 200) =>
  Response.json(body, { status, headers: { "content-type": "application/json" } });

beforeEach(() => {
  vi.stubGlobal("navigator", { onLine: true });
  rememberCsrfToken("token-1");
});

afterEach(() => {
  vi.unstubAllGlobals();
  whenUnauthorised(null);
});

type Fetch = (url: string, init: { headers: Record<string, string> }) => Promise<Response>;

const mockFetch = () => vi.fn<Fetch>();

function headersOf(mock: ReturnType<typeof mockFetch>, index: number): Record<string, string> {
  return mock.mock.calls[index]?.[1].headers ?? {};
}

test("paths are filled and empty query values left out", () => {
  expect(
    buildUrl("/api/v1/claims/:id/steps", { id: "a/b" }, { q: "焊工", town: "", page: undefined, mark: [1, 2] }),
  ).toBe("/api/v1/claims/a%2Fb/steps?q=%E7%84%8A%E5%B7%A5&mark=1&mark=2");
  expect(() => buildUrl("/api/v1/claims/:id", {}, {})).toThrow("id");
});

test("a lost answer is asked for again with the same key", async () => {
  const fetch = mockFetch()
    .mockRejectedValueOnce(new TypeError("network"))
    .mockResolvedValueOnce(json({ ok: true }));
  vi.stubGlobal("fetch", fetch);
  await send("POST", "/api/v1/claims", { a: 1 });
  expect(fetch).toHaveBeenCalledTimes(2);
  expect(headersOf(fetch, 0)["idempotency-key"]).toMatch(/^[\da-f-]{36}$/u);
  expect(headersOf(fetch, 1)["idempotency-key"]).toBe(headersOf(fetch, 0)["idempotency-key"]);
  expect(headersOf(fetch, 0)["x-csrf-token"]).toBe("token-1");
});

test("a change that can't be repeated safely is not repeated", async () => {
  const fetch = mockFetch().mockRejectedValue(new TypeError("network"));
  vi.stubGlobal("fetch", fetch);
  await expect(send("DELETE", "/api/v1/x", undefined)).rejects.toBeInstanceOf(NetworkError);
  expect(fetch).toHaveBeenCalledTimes(1);
});

test("a refusal is thrown once, and an ended session is reported", async () => {
  const ended = vi.fn<() => void>();
  whenUnauthorised(ended);
  const fetch = mockFetch().mockImplementation(() =>
    Promise.resolve(json({ code: "signed-out", detail: "请先登录。" }, 401)),
  );
  vi.stubGlobal("fetch", fetch);
  await expect(send("GET", "/api/v1/me", undefined)).rejects.toBeInstanceOf(ProblemError);
  expect(ended).toHaveBeenCalledTimes(1);
  await expect(send("POST", "/api/v1/session", {})).rejects.toBeInstanceOf(ProblemError);
  expect(ended).toHaveBeenCalledTimes(1);
});

test("a stale token is renewed once, under the same key", async () => {
  const fetch = mockFetch()
    .mockResolvedValueOnce(json({ code: "csrf-token" }, 403))
    .mockResolvedValueOnce(json({ csrfToken: "token-2" }))
    .mockResolvedValueOnce(json({}));
  vi.stubGlobal("fetch", fetch);
  await send("POST", "/api/v1/claims", {});
  expect(headersOf(fetch, 2)["x-csrf-token"]).toBe("token-2");
  expect(headersOf(fetch, 2)["idempotency-key"]).toBe(headersOf(fetch, 0)["idempotency-key"]);
});

test("one user action keeps its key until the server has answered", () => {
  const action = new ActionKey();
  const first = action.keyFor({ claim: 1 });
  action.settle(new NetworkError("timeout"));
  expect(action.keyFor({ claim: 1 })).toBe(first);
  expect(action.keyFor({ claim: 2 })).not.toBe(first);
  const second = action.keyFor({ claim: 2 });
  action.settle(null);
  expect(action.keyFor({ claim: 2 })).not.toBe(second);
});

test("a lost request isn't sent again after the person left it", async () => {
  const fetch = mockFetch().mockRejectedValue(new TypeError("network"));
  vi.stubGlobal("fetch", fetch);
  const left = send("POST", "/api/v1/claims", {}, { isWanted: () => false });
  await expect(left).rejects.toBeInstanceOf(NetworkError);
  expect(fetch).toHaveBeenCalledTimes(1);
});
