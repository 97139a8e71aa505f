import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { generatedFiles } from "./generated.ts";

const files = [...generatedFiles()].map(([path, content]) => ({ name: basename(path), path, content }));

test.each(files)("$name is up to date", ({ path, content }) => {
  const written = readFileSync(path, "utf8");
  // The formatter lays JSON out its own way.
  if (path.endsWith(".json")) expect(JSON.parse(written)).toEqual(JSON.parse(content));
  else expect(written).toBe(content);
});
