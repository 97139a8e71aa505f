import { expect, it } from "vitest";
import { readColumn } from "./certificate-column.ts";

const wanted = [
  { enrolmentId: "a", seat: 1, name: "王伟" },
  { enrolmentId: "b", seat: 2, name: "李梅" },
  { enrolmentId: "c", seat: 3, name: "王伟" },
];

it.each<[string, string, Record<string, string>, number]>([
  ["numbers in the order of the list", "S1\nS2\nS3\n", { a: "S1", b: "S2", c: "S3" }, 0],
  ["an empty line leaves its seat out", "S1\n\nS3", { a: "S1", c: "S3" }, 0],
  ["with the seat before", "3\tS3\n1\tS1", { a: "S1", c: "S3" }, 0],
  ["with the name before", "李梅\tS2", { b: "S2" }, 0],
  ["a name that two have", "王伟\tS1", {}, 1],
  ["that name with the seat", "3\t王伟\tS3", { c: "S3" }, 0],
  ["more lines than seats", "S1\nS2\nS3\nS4", { a: "S1", b: "S2", c: "S3" }, 1],
  ["one number for two", "S1\nS1", { a: "S1" }, 1],
  ["two numbers for one", "1\tS1\n1\tS2", { a: "S1" }, 1],
  ["somebody else's name", "赵四\tS9", {}, 1],
])("a pasted column: %s", (_what, text, numbers, faults) => {
  const read = readColumn(text, wanted);
  expect([read.numbers, read.faults.length]).toEqual([numbers, faults]);
});
