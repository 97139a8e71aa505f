import { globSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const kit = import.meta.dirname;
const files = globSync("**/*.{ts,tsx}", { cwd: kit }).filter((file) => !file.includes(".test."));

/** Packages the kit may import; no router or query library among them. */
const libraries =
  /^(react|@base-ui\/react\/[a-z-]+|@jinengtong\/(standards|words|county)|echarts\/[a-z]+|jsqr|qrcode)$/u;

function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"([^"]+)"/gu)].map(([, name = ""]) => name);
}

describe("the kit knows no operation, no router and no query library", () => {
  it.each(files)("%s", (file) => {
    const text = readFileSync(resolve(kit, file), "utf8");
    expect(text).not.toMatch(/\/api\/v\d/u);
    const foreign = importsOf(text).filter((name) =>
      name.startsWith(".") ? relative(kit, resolve(kit, dirname(file), name)).startsWith("..") : !libraries.test(name),
    );
    expect(foreign).toEqual([]);
  });
});
