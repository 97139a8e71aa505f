import { expect, test } from "vitest";
import { joinDate, parseDate, splitDate } from "./date-parts.ts";

test("dates are typed in parts or pasted whole, and impossible days are none", () => {
  expect(joinDate(splitDate("2020-03-01"))).toBe("2020-03-01");
  expect(joinDate({ year: "2020", month: "2", day: "30" })).toBeNull();
  expect(parseDate("2020年3月1日")).toBe("2020-03-01");
  expect(parseDate("20200301")).toBe("2020-03-01");
  expect(parseDate("3/1/2020")).toBeNull();
});
