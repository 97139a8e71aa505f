import { describe, expect, it } from "vitest";
import { ranged, toggled } from "./choose-rows.ts";
import { runEach } from "./run-each.ts";

const shown = ["a", "b", "c", "d"];

describe("rows are chosen", () => {
  it("one by one", () => {
    expect([...toggled(new Set(["a"]), "b")]).toEqual(["a", "b"]);
    expect([...toggled(new Set(["a", "b"]), "b")]).toEqual(["a"]);
  });

  it.each([
    ["downwards", "b", "d", ["b", "c", "d"]],
    ["upwards", "d", "b", ["b", "c", "d"]],
    ["from nowhere", null, "c", ["c"]],
    ["from a row that is no longer shown", "x", "c", ["c"]],
  ] as const)("from the last one: %s", (_name, last, key, expected) => {
    expect([...ranged(new Set(), shown, last, key)].toSorted()).toEqual(expected);
  });
});

it("an act on several rows goes on after a refusal, and keeps what was refused with its reason", async () => {
  const done: string[] = [];
  const refused = await runEach(shown, async (row) => {
    if (row === "b" || row === "d") throw new Error(`不能办 ${row}`);
    done.push(row);
    return Promise.resolve();
  });
  expect(done).toEqual(["a", "c"]);
  expect(refused.map(({ row, error }) => [row, (error as Error).message])).toEqual([
    ["b", "不能办 b"],
    ["d", "不能办 d"],
  ]);
});
