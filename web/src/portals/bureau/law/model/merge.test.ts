import { expect, test } from "vitest";
import { changesBetween, withChanges } from "./files.ts";
import { mergeFiles } from "./merge.ts";

const base = {
  "parameters.json": {
    parameters: [
      { name: "a.fen", label: "甲", values: [] },
      { name: "b.fen", label: "乙", values: [] },
    ],
  },
  "benefits/x.json": { id: "x", title: "某补贴", tests: [{ id: "one", rule: { bound: 12 } }] },
};
const rule = (bound: number, title = "某补贴") => ({ id: "x", title, tests: [{ id: "one", rule: { bound } }] });

test("what two officers change in different places is kept from both", () => {
  const mine = { ...base, "benefits/x.json": rule(24) };
  const theirs = { ...base, "benefits/x.json": rule(12, "另一名称") };
  const { files, conflicts } = mergeFiles(base, mine, theirs);
  expect(conflicts).toEqual([]);
  expect(files["benefits/x.json"]).toEqual(rule(24, "另一名称"));
});

test("a place that both change differently is asked, with all three values", () => {
  const { files, conflicts } = mergeFiles(
    base,
    { ...base, "benefits/x.json": rule(24) },
    { ...base, "benefits/x.json": rule(36) },
  );
  expect(conflicts).toEqual([
    { path: "benefits/x.json", pointer: "/tests/0/rule/bound", base: 12, mine: 24, theirs: 36 },
  ]);
  expect(files["benefits/x.json"]).toEqual(rule(24));
});

test("an entry that one adds and another that the other takes out", () => {
  const [first, second] = base["parameters.json"].parameters;
  const third = { name: "c.fen", label: "丙", values: [] };
  const { files, conflicts } = mergeFiles(
    base,
    { ...base, "parameters.json": { parameters: [first, second, third] } },
    { ...base, "parameters.json": { parameters: [second] } },
  );
  expect(conflicts).toEqual([]);
  expect(files["parameters.json"]).toEqual({ parameters: [second, third] });
});

test("a file that one adds stays beside what the other changes", () => {
  const { files } = mergeFiles(
    base,
    { ...base, "cases/x.json": { benefit: "x" } },
    { ...base, "benefits/x.json": rule(1) },
  );
  expect(Object.keys(files).toSorted()).toEqual(["benefits/x.json", "cases/x.json", "parameters.json"]);
});

test("changes are those of whole files, and lead from one to the other", () => {
  const { "parameters.json": _gone, ...rest } = base;
  const now = { ...rest, "benefits/x.json": rule(1) };
  const changes = changesBetween(base, now);
  expect(changes).toEqual([
    { path: "benefits/x.json", content: rule(1) },
    { path: "parameters.json", content: null },
  ]);
  expect(withChanges(base, changes)).toEqual(now);
});
