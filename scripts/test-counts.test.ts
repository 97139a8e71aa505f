import { expect, it } from "vitest";
import { countPlaywright, countVitest } from "./test-counts.ts";

it("counts vitest's tests, and a file that does not load as one failure", () => {
  const report = { numPassedTests: 5, numFailedTests: 0, numFailedTestSuites: 0, success: true };
  expect(countVitest(report)).toEqual({ passed: 5, failed: 0 });
  expect(countVitest({ ...report, numFailedTests: 2, numFailedTestSuites: 1, success: false }).failed).toBe(2);
  expect(countVitest({ ...report, numFailedTestSuites: 1, success: false }).failed).toBe(1);
  expect(countVitest({ ...report, success: false }).failed).toBe(1);
});

it("counts playwright's journeys, and an error outside them as a failure", () => {
  const stats = { expected: 7, unexpected: 0, flaky: 1 };
  expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 8, failed: 0 });
  expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 8, failed: 1 });
  expect(countPlaywright({ stats: { ...stats, unexpected: 2 }, errors: [{}] }).failed).toBe(2);
});
