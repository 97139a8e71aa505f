import { readFileSync } from "node:fs";
import { civilDate } from "@jinengtong/standards";
import { expect, it } from "vitest";
import { distribution, equivalents, partOf, teacherHours, workloadOn, WorkloadParameters } from "./index.ts";

const parameters = WorkloadParameters.parse(
  JSON.parse(readFileSync(new URL("../../../forms/parameters/workload.json", import.meta.url), "utf8")),
);
const values = {
  hoursPerStudentYear: 1064,
  publicSharePercent: 20,
  classSizes: [
    { upTo: 40, factor: 1 },
    { upTo: 60, factor: 1.1 },
  ],
};

it("ships dated parameters with a source", () => {
  expect(workloadOn(parameters, civilDate("2026-01-01"))).toMatchObject({ hoursPerStudentYear: 1064 });
  expect(workloadOn(parameters, civilDate("2018-12-31"))).toBeUndefined();
});

it.each([
  ["40 learners × 56 hours (1)", 40 * 56, 2105],
  ["3 of them credited 40 hours only (2)", 37 * 56 + 3 * 40, 2060],
])("%s in equivalents", (_name, hours, thousandths) => {
  expect(equivalents(hours * 100, values)).toBe(thousandths);
});

it("the base of performance pay is income less share and costs (4)", () => {
  expect(distribution({ incomeFen: 10_000_000, materialFen: 2_000_000, trainersFen: 1_500_000 }, values)).toEqual({
    shareFen: 2_000_000,
    baseFen: 4_500_000,
  });
  expect(distribution({ incomeFen: 100, materialFen: 200, trainersFen: 0 }, values).baseFen).toBe(0);
});

it("splits a shared class without losing an hour (6)", () => {
  expect([partOf(224_000, 40, "lead"), partOf(224_000, 40, "partner")]).toEqual([134_400, 89_600]);
  expect(partOf(101, 40, "lead") + partOf(101, 40, "partner")).toBe(101);
});

it("weighs a teacher's hours by the size of the class", () => {
  expect([teacherHours(4, 30, values), teacherHours(4, 50, values), teacherHours(4, 99, values)]).toEqual([
    400, 440, 440,
  ]);
});
