import { randomBytes } from "node:crypto";
import QRCode from "qrcode";
import { describe, expect, it } from "vitest";
import { createSessionCodes } from "./session-code.ts";
import { qrSvg } from "./svg.ts";

const key = randomBytes(32);
const codes = createSessionCodes(key);
/** The beginning of a step of 15 seconds. */
const nine = Date.parse("2020-03-02T01:00:00Z");

describe("a session's sign-in code", () => {
  const { code, showForMs } = codes.issue("session-1", nine);

  it("is shown for fifteen seconds and then changes", () => {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
    expect(showForMs).toBe(15_000);
    expect(codes.issue("session-1", nine + 14_999)).toEqual({ code, showForMs: 1 });
    expect(codes.issue("session-1", nine + 15_000).code).not.toBe(code);
  });
  it.each([
    ["at once", 0, true],
    ["at the end of its step", 14_999, true],
    ["a step later, from a slow phone", 29_999, true],
    ["two steps later, from a photograph", 30_000, false],
    ["before it was shown", -1, false],
  ])("is taken %s: %i ms", (_, after, taken) => {
    expect(codes.verify("session-1", code, nine + after)).toBe(taken);
  });
  it("belongs to one session and one key", () => {
    expect(codes.verify("session-2", code, nine)).toBe(false);
    expect(createSessionCodes(randomBytes(32)).verify("session-1", code, nine)).toBe(false);
  });
  it("may be typed in small letters, but not in part", () => {
    expect(codes.verify("session-1", ` ${code.toLowerCase()} `, nine)).toBe(true);
    expect(codes.verify("session-1", code.slice(0, 15), nine)).toBe(false);
    expect(codes.verify("session-1", "", nine)).toBe(false);
    expect(codes.verify("session-1", "字".repeat(16), nine)).toBe(false);
  });
  it("needs a real key", () => expect(() => createSessionCodes(Buffer.alloc(8))).toThrow(RangeError));
});

describe("a QR code", () => {
  it("is a square of modules with a quiet zone", () => {
    const svg = qrSvg("https://example.gov.cn/verify/RG2020000001", { title: "核验 <证书>" });
    expect(svg).toMatch(/^<svg .*viewBox="0 0 (\d+) \1"/);
    expect(svg).toContain("<title>核验 &lt;证书&gt;</title>");
    // The first finder pattern begins after four quiet modules and is seven wide.
    expect(svg).toContain('d="M4 4h7v1h-7z');
  });
  it("draws exactly the modules of the code", () => {
    const text = "https://example.gov.cn/s/0123456789ABCDEF";
    const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
    const drawn = Array.from({ length: modules.size }, () => " ".repeat(modules.size).split(""));
    for (const [, x, y, run] of qrSvg(text).matchAll(/M(\d+) (\d+)h(\d+)/g)) {
      drawn[Number(y) - 4]?.fill("#", Number(x) - 4, Number(x) - 4 + Number(run));
    }
    const wanted = drawn.map((line, row) => line.map((_, at) => (modules.get(row, at) ? "#" : " ")));
    expect(drawn).toEqual(wanted);
  });
  it("refuses what does not fit", () => expect(() => qrSvg("长".repeat(2000))).toThrow("too big"));
});
