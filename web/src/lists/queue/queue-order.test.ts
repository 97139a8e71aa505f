import { expect, test } from "vitest";
import { inQueueOrder } from "./queue-order.ts";

function item(key: string, due: string | null, overdueDays: number) {
  return { key, due, overdueDays, title: "", detail: "", who: "" };
}

test("a queue begins with what is longest overdue", () => {
  const sorted = inQueueOrder([
    item("a", null, 0),
    item("b", "2020-04-09", 0),
    item("c", "2020-04-01", 1),
    item("d", "2020-03-28", 3),
  ]);
  expect(sorted.map((one) => one.key)).toEqual(["d", "c", "b", "a"]);
});
