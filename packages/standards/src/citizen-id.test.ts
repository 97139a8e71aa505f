import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeCitizenId, maskCitizenId, parseCitizenId } from "./citizen-id.ts";
import { addDays, civilDate } from "./civil-date.ts";

const today = civilDate("2020-06-01");
const woman = makeCitizenId("320682", civilDate("1985-03-02"), 2);

describe("a citizen identity number", () => {
  it("tells birth date, sex and where it was issued", () => {
    // The example that GB 11643 itself prints.
    expect(parseCitizenId("11010519491231002X", { on: today })).toEqual({
      ok: true,
      value: {
        number: "11010519491231002X",
        birthDate: "1949-12-31",
        sex: "F",
        issuingRegion: "110105",
      },
    });
    expect(parseCitizenId("440524188001010014").ok).toBe(false);
  });

  it.each([
    ["lower-case x", "11010519491231002x"],
    ["full-width", "１１０１０５１９４９１２３１００２Ｘ"],
    ["blanks from a spreadsheet", " 110105 19491231\u00a0002X\u200b"],
    ["direction marks from a phone", "\u202d11010519491231002X\u202c"],
    ["fillers and a unit separator", "\u001f11010519491231002X\u00ad\u3164\ufe0f"],
  ])("reads %s", (_, text) => {
    expect(parseCitizenId(text)).toMatchObject({ ok: true, value: { number: "11010519491231002X" } });
  });

  it("reads a foreigner's permanent residence card of the new kind", () => {
    expect(parseCitizenId("911156198108030025", { on: today })).toMatchObject({
      ok: true,
      value: { birthDate: "1981-08-03", sex: "F", issuingRegion: "110000" },
    });
    expect(parseCitizenId("999156198108030025")).toMatchObject({ code: "id-region" });
  });

  it.each([
    ["1899-12-31", false],
    ["1900-01-01", true],
  ])("of somebody born %s is taken in 2020: %s", (birth, ok) => {
    const number = birth < "1900" ? "110105189912310021" : makeCitizenId("320682", civilDate(birth), 1);
    expect(parseCitizenId(number, { on: today }).ok).toBe(ok);
    expect(parseCitizenId(number, { on: civilDate("2026-11-29") }).ok).toBe(false);
  });

  it.each([
    ["", "id-empty"],
    ["USA110080010101", "id-old-residence-card"],
    ["E12345678", "id-other-paper"],
    ["H12345678", "id-other-paper"],
    ["320682850302002", "id-fifteen-digits"],
    ["32068219850302002", "id-length"],
    ["3206821985030200A2", "id-characters"],
    ["X10105194912310021", "id-characters"],
    ["990105194912310021", "id-region"],
    ["110105194902290021", "id-birth-date"],
    ["110105189912310021", "id-birth-date"],
    ["110105194912310021", "id-checksum"],
    ["１１０１０５１９４９１２３１００２１", "id-checksum"],
  ])("refuses %j as %s, without repeating it", (text, code) => {
    const refused = parseCitizenId(text, { on: today });
    expect(refused).toMatchObject({ ok: false, code });
    expect(refused).not.toMatchObject({ message: expect.stringContaining(text || "000") });
  });

  it("refuses a birth after the reference date only", () => {
    const newborn = makeCitizenId("320682", civilDate("2020-06-02"), 1);
    expect(parseCitizenId(newborn, { on: today })).toMatchObject({ code: "id-birth-date-future" });
    expect(parseCitizenId(newborn, { on: civilDate("2020-06-02") }).ok).toBe(true);
    expect(parseCitizenId(newborn).ok).toBe(true);
  });

  it("makes numbers that it accepts, and notices any single wrong digit", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (days, sequence, position, shift) => {
          const birthDate = addDays(civilDate("1910-01-01"), days);
          const number = makeCitizenId("320682", birthDate, sequence);
          expect(parseCitizenId(number)).toMatchObject({
            ok: true,
            value: { birthDate, sex: sequence % 2 === 1 ? "M" : "F" },
          });
          const wrong = (Number(number[position]) + shift) % 10;
          const typo = number.slice(0, position) + String(wrong) + number.slice(position + 1);
          expect(parseCitizenId(typo).ok).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("refuses parts that make no number", () => {
    expect(() => makeCitizenId("3206", civilDate("1985-03-02"), 1)).toThrow(RangeError);
    expect(() => makeCitizenId("320682", civilDate("1985-03-02"), 1000)).toThrow(RangeError);
  });

  it("shows only the first four and the last two characters", () => {
    expect(maskCitizenId("11010519491231002X")).toBe("1101************2X");
    expect(maskCitizenId(woman)).toHaveLength(18);
    expect(maskCitizenId(woman)).not.toContain("1985");
    expect(maskCitizenId("32068219850302")).toBe("**************");
  });
});
