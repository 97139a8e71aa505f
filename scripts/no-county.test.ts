import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "..");
/** Words of the shipped county, allowed only in its own file (`counties/`) and in the policy package. */
const COUNTY = /rugao|如皋|320682|\bRG(?=\d|-|`|'|"|\$| 开头)/iu;

/** Its towns. */
const shipped = JSON.parse(readFileSync(path.join(ROOT, "counties/rugao/county.json"), "utf8")) as {
  towns: { name: string }[];
};
const TOWNS = shipped.towns.map(({ name }) => name.replace(/（.*/u, "")).filter((name) => /[镇街道]$/u.test(name));

it("no source file knows which county it serves", async () => {
  const files = await Array.fromAsync(
    glob(["server/src/**/*.ts", "web/*.html", "web/src/**/*.{ts,tsx,css}", "packages/*/src/**/*.ts"], { cwd: ROOT }),
  );
  const sources = files.filter((file) => !/\.test\.tsx?$|^server\/src\/test\/|^packages\/policy\//u.test(file));
  expect(sources.length).toBeGreaterThan(500);
  const textOf = (file: string): string => readFileSync(path.join(ROOT, file), "utf8");
  expect(sources.filter((file) => COUNTY.test(textOf(file)))).toEqual(["server/src/kernel/config.ts"]);
  expect(TOWNS.length).toBeGreaterThan(5);
  expect(sources.filter((file) => TOWNS.some((town) => textOf(file).includes(town)))).toEqual([]);
});
