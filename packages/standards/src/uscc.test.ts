import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeUscc, parseUscc } from "./uscc.ts";

describe("a unified social credit code", () => {
  it.each([
    ["91350100M000100Y43", "350100"],
    ["91110000600037341L", "110000"],
    // The sum is a multiple of 31: only the outer modulus gives the 0.
    ["91320682MA10000390", "320682"],
    ["９１３２０６８２ＭＡ１００００３９０", "320682"],
    [" 91110000 600037341l ", "110000"],
  ])("accepts %s", (text, region) => {
    expect(parseUscc(text)).toMatchObject({ ok: true, value: { region } });
  });

  it.each(["A1", "N2", "Y1", "12", "51"])("accepts the registrar of %s", (head) => {
    expect(parseUscc(makeUscc(head, "320682", "MA1000039")).ok).toBe(true);
  });

  it.each([
    ["", "uscc-empty"],
    ["91320682MA1000039", "uscc-length"],
    ["91320682MI10000390", "uscc-characters"],
    ["913206A2MA10000390", "uscc-characters"],
    ["B1320682MA10000390", "uscc-characters"],
    ["91320682MA10000391", "uscc-checksum"],
    ["91320682MA10000930", "uscc-checksum"],
  ])("refuses %j as %s", (text, code) => {
    expect(parseUscc(text)).toMatchObject({ ok: false, code });
  });

  it("notices any single wrong character", () => {
    const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    const code = "91320682MA10000390";
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 17 }), fc.constantFrom(...alphabet), (at, character) => {
        fc.pre(code[at] !== character);
        expect(parseUscc(code.slice(0, at) + character + code.slice(at + 1)).ok).toBe(false);
      }),
    );
  });

  it("refuses parts that make no code", () => {
    expect(() => makeUscc("91", "320682", "MA100003")).toThrow(RangeError);
    expect(() => makeUscc("91", "320682", "SA1000039")).toThrow(RangeError);
  });
});
