import { describe, expect, it } from "vitest";
import { createGateSigner } from "./index.ts";

describe("a gate code", () => {
  const signer = createGateSigner(Buffer.alloc(32, 7));
  const code = signer.write({ name: "张示例", until: "2026-05-10" });

  it("reads back what was signed, under a key that stays the same", () => {
    expect(signer.read(code)).toEqual({ name: "张示例", until: "2026-05-10" });
    expect(createGateSigner(Buffer.alloc(32, 7)).publicKey).toBe(signer.publicKey);
    expect(Buffer.from(signer.publicKey, "base64url")).toHaveLength(32);
  });

  it.each([
    ["with another content", (text: string) => text.replace(/\.(.)/, (_all, c: string) => `.${c === "e" ? "f" : "e"}`)],
    ["cut off", (text: string) => text.slice(0, -3)],
    ["of another platform", () => createGateSigner(Buffer.alloc(32, 8)).write({ name: "张示例" })],
    ["that is none", () => "https://example.com"],
  ])("is refused %s", (_what, change) => {
    expect(signer.read(change(code))).toBeNull();
  });
});
