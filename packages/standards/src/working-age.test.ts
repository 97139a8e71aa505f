import { expect, test } from "vitest";
import { makeCitizenId } from "./citizen-id.ts";
import { civilDate } from "./civil-date.ts";
import { AGE_FLOORS, ageWarning, RETIRING_AGES, retiresOn, tooYoungToTrain } from "./working-age.ts";

test.each([
  ["2004-06-15", "2020-06-14", true],
  ["2004-06-15", "2020-06-15", false],
  ["2014-01-01", "2020-06-15", true],
  ["1960-01-01", "2020-06-15", false],
])("born %s, on %s too young: %s", (birth, on, young) => {
  expect(tooYoungToTrain(civilDate(birth), civilDate(on)) !== null).toBe(young);
});

test.each([
  ["1960-06-15", "M", "2020-06-15"],
  ["1965-01-10", "M", "2025-02-10"],
  ["1965-05-10", "M", "2025-07-10"],
  ["1990-01-10", "M", "2053-01-10"],
  ["1969-12-10", "F", "2024-12-10"],
  ["1970-01-10", "F", "2025-02-10"],
] as const)("born %s (%s), retires on %s", (birth, sex, day) => expect(retiresOn(civilDate(birth), sex)).toBe(day));

test.each([
  ["2015-01-01", "too-young"],
  ["1931-01-01", "past-retiring-age"],
  ["1985-01-01", undefined],
])("an import warns of somebody born %s: %s", (birth, code) => {
  const number = makeCitizenId("320682", civilDate(birth), 1);
  expect(ageWarning(number, civilDate("2020-06-15"))?.code).toBe(code);
});

test("each age names its source", () => {
  for (const { source } of [...AGE_FLOORS, ...Object.values(RETIRING_AGES)]) expect(source).not.toBe("");
});
