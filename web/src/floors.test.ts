import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

/** Rules between folders of one floor, which lint can't express. */
const imports = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .flatMap((file) => {
    const text = readFileSync(join(import.meta.dirname, file), "utf8");
    return [...text.matchAll(/(?:from|import|import\()\s*"(\.[^"]+)"/g)].map(([, path = ""]) => ({
      file,
      from: file.split("/"),
      to: join(dirname(file), path).split("/"),
    }));
  });

/** Imports between the folders of one floor. */
const between = (floor: string) =>
  imports.filter(({ from, to }) => from[0] === floor && to[0] === floor && from[1] !== to[1]);

test("a portal never imports another portal", () => {
  expect(between("portals").map(({ file, to }) => `${file} → ${to.join("/")}`)).toEqual([]);
});

test("features import one another in one direction", () => {
  const arrows = between("features");
  let left = [...new Set(arrows.flatMap(({ from, to }) => [from[1], to[1]]))];
  // Repeatedly removes folders without imports; what remains is a cycle.
  for (let before = -1; before !== left.length;) {
    before = left.length;
    left = left.filter((one) => arrows.some(({ from, to }) => from[1] === one && left.includes(to[1])));
  }
  expect(left).toEqual([]);
});

/** The floors that each may import: lint says the same of plain imports, but doesn't look at `import("…")`. */
const BELOW: Record<string, readonly string[]> = {
  app: ["showcase", "portals", "features", "frame", "lists", "kit", "api"],
  showcase: ["features", "frame", "lists", "kit", "api"],
  portals: ["features", "frame", "lists", "kit", "api"],
  features: ["frame", "lists", "kit", "api"],
  frame: ["kit", "api"],
  lists: ["kit", "api"],
  kit: [],
  api: [],
};

test("no import points up, not even a dynamic one or one of a type", () => {
  const up = imports.filter(
    ({ file, from: [from = ""], to: [to = ""] }) => file.includes("/") && from !== to && !BELOW[from]?.includes(to),
  );
  expect(up.map(({ file, to }) => `${file} → ${to.join("/")}`)).toEqual([]);
});

test("every file of web/src stands on a floor", () => {
  const floors = ["app", "portals", "features", "frame", "lists", "kit", "api", "showcase"];
  const loose = readdirSync(import.meta.dirname).filter((name) => !floors.includes(name));
  expect(loose.toSorted()).toEqual(["floors.test.ts", "main.tsx"]);
});
