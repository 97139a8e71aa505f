import { expect, it } from "vitest";
import fc from "fast-check";
import { gunzipSync } from "node:zlib";
import { FixedPiece, gzipPieces, joinPieces } from "./gzip-pieces.ts";

it("pieces are read as one text, wherever the fixed ones stand", () => {
  const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.constant("班级".repeat(12_000)));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.boolean()), { maxLength: 4 }), (given) => {
      const pieces = given.map(([each, fixed]) => (fixed ? new FixedPiece(each) : Buffer.from(each)));
      const whole = given.map(([each]) => each).join("");
      expect(joinPieces(pieces).toString()).toBe(whole);
      expect(gunzipSync(gzipPieces(pieces)).toString()).toBe(whole);
    }),
    { numRuns: 20 },
  );
});

it("a fixed piece is compressed", () => {
  expect(gzipPieces([new FixedPiece("学时".repeat(2_000))]).length).toBeLessThan(200);
});
