import { expect, it } from "vitest";
import { readTypeCheck } from "./type-counts.ts";

const measured = (instantiations: number): string =>
  [
    "Files:                   1056",
    `Instantiations:           ${instantiations}`,
    "Check time:            0.353s",
  ].join("\n");
const sums =
  "Projects in scope:                     8\nAggregate Instantiations:          30\nAggregate Total time:   1.9s\n";

it("sums the instantiations of every project and keeps only the complaints", () => {
  const complaint = "server/src/app.ts(9,37): error TS2307: Cannot find module './gone.ts'.";
  expect(readTypeCheck(`${measured(10)}\n${complaint}\n${measured(20)}\n${sums}`)).toEqual({
    instantiations: 30,
    complaints: complaint,
  });
});

it("counts nothing where every project is up to date", () => {
  expect(readTypeCheck("Projects in scope:                     8\n")).toEqual({ instantiations: 0, complaints: "" });
});
