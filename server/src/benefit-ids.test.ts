import { loadPolicy } from "@jinengtong/policy";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../..");
/** Also the name of a block of a case, and of a kind of certificate. */
const OTHER_MEANINGS = new Set(["apprenticeship", "special-operation"]);
/** Tests and what they build on, the sample county's own data, and the engine's copy of the contract, which is about these very ids. */
const ABOUT_THEM =
  /\.test\.tsx?$|^server\/src\/(.*\/)?(test|demo)\/|^packages\/policy\/src\/(test|reference|vocabulary)/u;

it("no source names a benefit of a policy package: what differs is declared there", () => {
  const ids = ["rugao-2019", "example-2025"].flatMap((id) => [...loadPolicy(id).benefits.keys()]);
  const named = new RegExp(`["'\`=](${ids.filter((id) => !OTHER_MEANINGS.has(id)).join("|")})["'\`&]`, "u");
  const sources = ["server/src", "web/src", "packages"].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
  );
  const found = sources
    .filter((file) => /\.tsx?$/u.test(file) && !file.includes("node_modules") && !ABOUT_THEM.test(file))
    .filter((file) => named.test(readFileSync(path.join(ROOT, file), "utf8")));
  expect(found).toEqual([]);
});
