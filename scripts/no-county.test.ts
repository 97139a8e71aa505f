import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "..");
/** Words of the shipped county, allowed only in its own file (`counties/`) and in the policy package. */
const COUNTY = /rugao|如皋|320682|\bRG(?=\d|-|`|'|"|\$| 开头)/iu;

it("no source file knows which county it serves", async () => {
  const files = await Array.fromAsync(
    glob(["server/src/**/*.ts", "web/*.html", "web/src/**/*.{ts,tsx,css}", "packages/*/src/**/*.ts"], { cwd: ROOT }),
  );
  const sources = files.filter((file) => !/\.test\.tsx?$|^server\/src\/test\/|^packages\/policy\//u.test(file));
  expect(sources.length).toBeGreaterThan(500);
  const named = sources.filter((file) => COUNTY.test(readFileSync(path.join(ROOT, file), "utf8")));
  expect(named).toEqual(["server/src/kernel/config.ts"]);
});
