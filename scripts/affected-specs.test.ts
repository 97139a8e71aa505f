import { expect, it } from "vitest";
import { affectedSpecs, touchesEveryTest } from "./affected-specs.ts";

const specs = ["bureau.spec.ts", "every-page.spec.ts", "learner-record.spec.ts", "learner.spec.ts"];

it.each([
  ["a page of a portal", ["web/src/portals/learner/HomePage.tsx"], specs.slice(1)],
  ["something under all pages", ["web/src/kit/Button.tsx"], ["every-page.spec.ts"]],
  ["a spec", ["e2e/bureau.spec.ts"], ["bureau.spec.ts", "every-page.spec.ts"]],
  ["a unit test", ["server/src/fund/books.test.ts"], []],
  ["documents", ["docs/operations.md"], []],
])("a change of %s", (_, changed, expected) => {
  expect(affectedSpecs(changed, specs)).toEqual(expected);
});

it("data that no test imports concerns every test", () => {
  expect(touchesEveryTest(["server/migrations/0002_people.sql"])).toBe(true);
  expect(touchesEveryTest(["server/src/app.ts"])).toBe(false);
});
