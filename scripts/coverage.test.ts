import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "..");

const numbered = (letter: string, count: number): string[] => Array.from({ length: count }, (_, n) => letter + (n + 1));

/** The matrix of clauses is fixed; omitting a row fails. */
const ROWS = [
  ...numbered("P", 4),
  ...numbered("E", 9),
  ...numbered("K", 9),
  ...numbered("L", 13),
  ...numbered("I", 8),
  ...numbered("M", 5),
  ...numbered("G", 6),
];

interface Row {
  row: string;
  clause: string;
  what: string;
  modules: string[];
  tests: string[];
  state: string;
}

const pathsIn = (cell: string | undefined): string[] =>
  [...(cell ?? "").matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");

const rows: Row[] = readFileSync(path.join(ROOT, "docs/coverage.md"), "utf8")
  .split("\n")
  .filter((line) => /^\| [A-Z]\d+ \|/.test(line))
  .map((line) => {
    const [row = "", clause = "", what = "", modules, tests, state = ""] = line
      .split("|")
      .slice(1)
      .map((cell) => cell.trim());
    return { row, clause, what, modules: pathsIn(modules), tests: pathsIn(tests), state };
  });

describe("docs/coverage.md", () => {
  it("has every row of the matrix once, in order", () => {
    expect(rows.map(({ row }) => row)).toEqual(ROWS);
  });

  it.each(rows)("$row names only what is there", ({ clause, what, modules, tests, state }) => {
    expect(clause).not.toBe("");
    expect(what).not.toBe("");
    expect(modules).not.toEqual([]);
    expect([...modules, ...tests].filter((each) => !existsSync(path.join(ROOT, each)))).toEqual([]);
    expect(tests.filter((each) => !/\.(test|spec)\.ts$/.test(each))).toEqual([]);
    expect(["done", "part", "later"]).toContain(state);
  });

  it.each(rows.filter(({ state }) => state === "done"))(
    "$row is done on a page and in a test",
    ({ modules, tests }) => {
      expect(modules.filter((each) => each.startsWith("server/"))).not.toEqual([]);
      expect(modules.filter((each) => each.startsWith("web/"))).not.toEqual([]);
      expect(tests).not.toEqual([]);
    },
  );
});
