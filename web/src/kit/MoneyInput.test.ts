import { expect, test } from "vitest";
import { parseYuan } from "./MoneyInput.tsx";

test("amounts are typed in yuan and kept in fen, without rounding", () => {
  expect(parseYuan("1234.5")).toBe(123450);
  expect(parseYuan("0.29")).toBe(29);
  expect(parseYuan("1.005")).toBeNull();
});
