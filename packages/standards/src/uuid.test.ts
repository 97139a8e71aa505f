import { afterEach, expect, it, vi } from "vitest";
import { randomUuid } from "./uuid.ts";

afterEach(() => vi.unstubAllGlobals());

it.each([
  ["offers randomUUID", crypto],
  ["is on plain http", { getRandomValues: crypto.getRandomValues.bind(crypto) }],
])("makes another version 4 UUID each time where the browser %s", (_name, offered) => {
  vi.stubGlobal("crypto", offered);
  const made = Array.from({ length: 50 }, randomUuid);
  for (const one of made) expect(one).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u);
  expect(new Set(made).size).toBe(50);
});
