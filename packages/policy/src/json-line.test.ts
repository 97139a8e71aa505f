import { expect, test } from "vitest";
import { lineOf } from "./json-line.ts";

const text = `{
  "a": "x, } \\" ]",
  "b": [
    1,
    { "c/d": true,
      "e": [[], {}, "f"]
    },
    -2.5e3
  ],
  "g": null
}`;

test.each([
  ["", 1],
  ["/a", 2],
  ["/b", 3],
  ["/b/0", 4],
  ["/b/1", 5],
  ["/b/1/c~1d", 5],
  ["/b/1/e/2", 6],
  ["/b/2", 8],
  ["/g", 10],
  // Not there: the innermost value that is.
  ["/b/1/none", 5],
  ["/b/9", 3],
  ["/none", 1],
])("%s is on line %i", (pointer, line) => {
  expect(lineOf(text, pointer)).toBe(line);
});
