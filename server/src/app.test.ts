import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "./test/index.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe("an answer to a browser", () => {
  const decoders = { br: brotliDecompressSync, gzip: gunzipSync };

  it.each([
    ["gzip, deflate, br, zstd", "br"],
    ["gzip, deflate", "gzip"],
  ] as const)("that takes %s is sent whole, in %s", async (accepted, encoding) => {
    const asked = { url: "/api/openapi.json" };
    const plain = await app.anonymous.inject(asked);
    const answer = await app.anonymous.inject({ ...asked, headers: { "accept-encoding": accepted } });
    expect(answer.headers["content-encoding"]).toBe(encoding);
    expect(answer.headers["vary"]).toContain("accept-encoding");
    // Of a stated length: it was compressed at once, not streamed.
    expect(Number(answer.headers["content-length"])).toBe(answer.rawPayload.length);
    expect(decoders[encoding](answer.rawPayload).toString()).toBe(plain.body);
  });

  it("is sent as it is where compressing would gain nothing", async () => {
    const answer = await app.anonymous.inject({ url: "/api/v1/session", headers: { "accept-encoding": "br" } });
    expect(answer.headers["content-encoding"]).toBeUndefined();
  });
});
