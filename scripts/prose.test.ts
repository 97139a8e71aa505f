import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const ROOT = path.join(import.meta.dirname, "..");

/** Openings of riddles. A comment says what the thing is in the field's word, then why: docs/contributing.md. */
const RIDDLES = [
  /^What\b(?! if\b)/u,
  /^Whose\b/u,
  /^(?:So many|How (?:many|much|far|often|long))\b/u,
  /\bwhere nobody\b/iu,
];

const sources = execFileSync("git", ["ls-files", "*.ts", "*.tsx", "*.mjs"], { cwd: ROOT, encoding: "utf8" })
  .split("\n")
  .filter((file) => file !== "" && file !== "scripts/prose.test.ts");

/** Comments that stand on lines of their own, as text. */
function* comments(source: string): Iterable<string> {
  for (const [comment] of source.matchAll(/^[ \t]*(?:\{?\/\*[\s\S]*?\*\/|\/\/.*(?:\n[ \t]*\/\/.*)*)/gmu))
    yield comment
      .replaceAll(/^[ \t]*(?:\{?\/\*\*?|\*(?!\/)|\/\/)[ \t]?|\*\/$/gmu, "")
      .replaceAll(/\s+/gu, " ")
      .trim();
}

test.each([
  ["/** What a certificate says. */", ["What a certificate says."]],
  ["  // Whose a room is.\n  // For `over`.\n", ["Whose a room is. For `over`."]],
  ["/**\n * Content of a certificate.\n */", ["Content of a certificate."]],
])("comments are read from %j", (source, expected) => {
  expect([...comments(source)]).toEqual(expected);
});

test("no comment opens with a noun clause", () => {
  const found = sources.flatMap((file) =>
    [...comments(readFileSync(path.join(ROOT, file), "utf8"))]
      .filter((comment) => RIDDLES.some((riddle) => riddle.test(comment)))
      .map((comment) => `${file}: ${comment.slice(0, 80)}`),
  );
  expect(found).toEqual([]);
});
