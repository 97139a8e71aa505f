import { describe, expect, it } from "vitest";
import { sameFacts } from "./claim-decisions.ts";

describe("two cases", () => {
  it.each([
    [
      { a: 1, b: [{ c: "x" }, null] },
      { b: [{ c: "x" }, null], a: 1 },
    ],
    [{ a: 1 }, { a: 1, b: undefined }],
    [{ a: { b: undefined } }, { a: {} }],
    [null, null],
  ])("%j and %j say the same", (one, other) => {
    expect(sameFacts(one, other)).toBe(true);
    expect(sameFacts(other, one)).toBe(true);
  });

  it.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { a: "1" }],
    [{ a: 1 }, { b: 1 }],
    [{ a: 1 }, { a: 1, b: null }],
    [{ a: [1, 2] }, { a: [2, 1] }],
    [{ a: [1] }, { a: [1, 2] }],
    [{ a: [] }, { a: {} }],
    [{ a: null }, { a: {} }],
  ])("%j and %j do not", (one, other) => {
    expect(sameFacts(one, other)).toBe(false);
    expect(sameFacts(other, one)).toBe(false);
  });
});
