import { namesOf } from "@jinengtong/policy/authoring";
import { expect, test } from "vitest";
import { addBenefit, copyBenefit, retireBenefit } from "./edits.ts";
import type { Files } from "./files.ts";

const files: Files = {
  "manifest.json": { effective: { from: "2025-01-01" }, benefits: [] },
  "clauses.json": { clauses: [{ id: "一", title: "甲", benefits: [] }] },
};
const evening = { id: "evening", title: "夜校补贴", clause: "一", audience: "职工" };

test("a new benefit stands in the list, under its clause, with a way to ask for it and a worked case", () => {
  const added = addBenefit(files, evening, namesOf(files));
  expect(added["manifest.json"]).toMatchObject({ benefits: ["evening"] });
  expect(added["clauses.json"]).toMatchObject({ clauses: [{ benefits: ["evening"] }] });
  expect(Object.keys(added)).toEqual(expect.arrayContaining(["cases/evening.json", "claiming/evening.json"]));
});

test("a copy stands beside the first, and what is retired leaves nothing behind", () => {
  const added = addBenefit(files, evening, namesOf(files));
  const copied = copyBenefit(added, "evening", { id: "late", title: "深夜补贴" });
  expect(copied["cases/late.json"]).toMatchObject({ benefit: "late" });
  expect(copied["clauses.json"]).toMatchObject({ clauses: [{ benefits: ["evening", "late"] }] });
  expect(retireBenefit(retireBenefit(copied, "late"), "evening")).toEqual(files);
});
