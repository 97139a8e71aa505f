import { createCipheriv, createHash, randomBytes } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deriveKey } from "./derive-key.ts";
import { createSealer, type SealContext, SealError } from "./sealer.ts";
import type { SealSuite } from "./suites.ts";

const k1 = randomBytes(32);
const k2 = randomBytes(32);
const here: SealContext = { table: "person", column: "citizen_id", row: "p-1" };
const suites: SealSuite[] = ["sm4-ctr-hmac-sm3", "aes-256-gcm"];
const number = "320682198503020027";

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof SealError) return error.code;
    throw error;
  }
  return "opened";
}

describe("the algorithms beneath", () => {
  it("are SM3 as in GB/T 32905 example 1", () => {
    expect(createHash("sm3").update("abc").digest("hex")).toBe(
      "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
    );
  });
  it("are SM4 as in GB/T 32907 example 1", () => {
    const block = Buffer.from("0123456789abcdeffedcba9876543210", "hex");
    const cipher = createCipheriv("sm4-ecb", block, null).setAutoPadding(false);
    expect(cipher.update(block, undefined, "hex")).toBe("681edf34d206965e86b3e94f536e4246");
  });
  it("run SM4 in counter mode", () => {
    // The key stream is the encryption of the counter, so zeros in give the block vector out.
    const block = Buffer.from("0123456789abcdeffedcba9876543210", "hex");
    const cipher = createCipheriv("sm4-ctr", block, block);
    expect(cipher.update(Buffer.alloc(16)).toString("hex")).toBe("681edf34d206965e86b3e94f536e4246");
  });
});

describe.each(suites)("a value sealed with %s", (suite) => {
  const sealer = createSealer({ suite, keys: { k1 }, current: "k1" });

  it("opens in its place, whatever it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, row) => {
        expect(sealer.openText(sealer.seal(text, { ...here, row }), { ...here, row })).toBe(text);
      }),
    );
    const bytes = randomBytes(5000);
    expect(sealer.open(sealer.seal(bytes, here), here).equals(bytes)).toBe(true);
    expect(sealer.openText(sealer.seal("", here), here)).toBe("");
  });

  it("shows nothing and never looks the same twice", () => {
    const once = sealer.seal(number, here);
    expect(once.includes(number)).toBe(false);
    expect(once.equals(sealer.seal(number, here))).toBe(false);
  });

  it.each([
    ["another row", { ...here, row: "p-2" }],
    ["another column", { ...here, column: "phone" }],
    ["another table", { ...here, table: "claim" }],
    ["a context split elsewhere", { table: "personc", column: "itizen_id", row: "p-1" }],
  ])("does not open in %s", (_, elsewhere) => {
    const sealed = sealer.seal(number, here);
    expect(codeOf(() => sealer.open(sealed, elsewhere))).toBe("seal-broken");
  });

  it("notices a change of any single bit", () => {
    const sealed = sealer.seal(number, here);
    for (let at = 0; at < sealed.length * 8; at++) {
      const altered = Buffer.from(sealed);
      altered[at >> 3] = (altered[at >> 3] ?? 0) ^ (1 << (at & 7));
      expect(codeOf(() => sealer.open(altered, here))).toMatch(/^seal-/);
    }
  });

  it("notices a cut at any length", () => {
    const sealed = sealer.seal(number, here);
    for (let length = 0; length < sealed.length; length++) {
      expect(codeOf(() => sealer.open(sealed.subarray(0, length), here))).toMatch(/^seal-/);
    }
  });

  it("survives rotation until it is sealed anew", () => {
    const old = sealer.seal(number, here);
    const rotated = createSealer({ suite, keys: { k1, k2 }, current: "k2", lookup: "k1" });
    expect(rotated.openText(old, here)).toBe(number);
    expect(rotated.needsRotation(old)).toBe(true);
    const fresh = rotated.seal(rotated.open(old, here), here);
    expect(rotated.needsRotation(fresh)).toBe(false);
    const afterRetirement = createSealer({ suite, keys: { k2 }, current: "k2" });
    expect(afterRetirement.openText(fresh, here)).toBe(number);
    expect(codeOf(() => afterRetirement.open(old, here))).toBe("seal-key-unknown");
  });
});

describe("a change of suite", () => {
  it("leaves old values readable and marks them for rotation", () => {
    const keys = { k1 };
    const before = createSealer({ suite: "aes-256-gcm", keys, current: "k1" });
    const after = createSealer({ suite: "sm4-ctr-hmac-sm3", keys, current: "k1" });
    const old = before.seal(number, here);
    expect(after.openText(old, here)).toBe(number);
    expect(after.needsRotation(old)).toBe(true);
    expect(after.lookupHash(number, "citizen-id")).toEqual(before.lookupHash(number, "citizen-id"));
  });
});

describe("a lookup hash", () => {
  const sealer = createSealer({ suite: "sm4-ctr-hmac-sm3", keys: { k1, k2 }, current: "k1" });
  const rotated = createSealer({
    suite: "sm4-ctr-hmac-sm3",
    keys: { k1, k2 },
    current: "k2",
    lookup: "k1",
  });

  it("is the same for the same value, before and after rotation", () => {
    expect(sealer.lookupHash(number, "citizen-id")).toHaveLength(32);
    expect(rotated.lookupHash(number, "citizen-id")).toEqual(sealer.lookupHash(number, "citizen-id"));
    expect(rotated.lookupKeyId).toBe("k1");
  });
  it("differs by value, by kind and by key", () => {
    const hashes = [
      sealer.lookupHash(number, "citizen-id"),
      sealer.lookupHash(number, "phone"),
      sealer.lookupHash("320682198503020028", "citizen-id"),
      sealer.lookupHash("d" + number, "citizen-i"),
      createSealer({ suite: "aes-256-gcm", keys: { k2 }, current: "k2" }).lookupHash(number, "citizen-id"),
    ].map((hash) => hash.toString("hex"));
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe("keys", () => {
  it("are never shared between purposes", () => {
    const sealer = createSealer({ suite: "sm4-ctr-hmac-sm3", keys: { k1 }, current: "k1" });
    const keys = [
      k1,
      sealer.purposeKey("session-code"),
      sealer.purposeKey("signed-link"),
      deriveKey(k1, "seal/1/sm4-ctr"),
      deriveKey(k1, "seal/1/hmac-sm3"),
      deriveKey(k1, "lookup/1/hmac-sm3"),
    ].map((key) => key.toString("hex"));
    expect(new Set(keys).size).toBe(keys.length);
  });
  it.each([
    ["too short", { k1: randomBytes(16) }, "k1"],
    ["not there", { k1 }, "k2"],
    ["badly named", { "K 1": k1 }, "K 1"],
  ])("are refused when %s", (_, keys, current) => {
    expect(() => createSealer({ suite: "aes-256-gcm", keys, current })).toThrow(RangeError);
  });
});
