import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineBlocks } from "./line-blocks.ts";

async function* chunks(text: string, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  let at = 0;
  for (const size of sizes) {
    if (at >= bytes.length) return;
    yield bytes.subarray(at, at + size);
    at += size;
  }
  if (at < bytes.length) yield bytes.subarray(at);
}

async function linesOf(text: string, sizes: readonly number[], limit: number): Promise<[number, string | null][]> {
  const lines: [number, string | null][] = [];
  for await (const { firstLine, bytes } of lineBlocks(chunks(text, sizes), limit)) {
    if (bytes === null) lines.push([firstLine, null]);
    else
      for (const [at, line] of Buffer.from(bytes).toString().split("\n").entries()) lines.push([firstLine + at, line]);
  }
  return lines;
}

describe("lineBlocks", () => {
  test("gives every line with its number however the stream is cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({ maxLength: 8 }).map((line) => line.replaceAll("\n", "")),
          { maxLength: 20 },
        ),
        fc.array(fc.integer({ min: 1, max: 9 })),
        fc.boolean(),
        async (lines, sizes, ended) => {
          const text = lines.join("\n") + (ended && lines.length > 0 ? "\n" : "");
          const expected = text === "" ? [] : (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n");
          expect(await linesOf(text, sizes, 1000)).toEqual(expected.map((line, at) => [at + 1, line]));
        },
      ),
    );
  });

  test("drops a line beyond the limit and keeps counting", async () => {
    expect(await linesOf("a\nbbbbbbbbbbbb\nc\n", [3, 3, 3, 3, 3, 3], 6)).toEqual([
      [1, "a"],
      [2, null],
      [3, "c"],
    ]);
  });
});
