import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { generatedFiles } from "./generated.ts";

const files = [...generatedFiles()].map(([path, content]) => ({ name: basename(path), path, content }));

/** The formatter lays JSON out its own way. */
function contentOf(path: string, text: string): unknown {
  return path.endsWith(".json") ? JSON.parse(text) : text;
}

test.each(files)("$name is up to date", ({ path, content }) => {
  expect(contentOf(path, readFileSync(path, "utf8"))).toEqual(contentOf(path, content));
});
