import { expect, it } from "vitest";
import { z } from "zod";
import { firstDetail } from "./problem.ts";
import { CivilDate, Line, oncePerLearner, SearchText, Text } from "./shapes.ts";

it.each([
  ["𠮷𠮷𠮷", true],
  ["😀😀😀", true],
  [" 一二三 ", true],
  ["𠮷𠮷𠮷𠮷", false],
  ["😀", false],
  ["", false],
])("a text of two to three characters may be %j: %s", (text, fits) => {
  expect(Text(3, 2).safeParse(text).success).toBe(fits);
});

const words = (text: string): string[] | undefined =>
  Text(3)
    .safeParse(text)
    .error?.issues.map(({ message }) => message);

it("a name stands on one line, whatever was pasted into it", () => {
  expect(Line(40).parse("电工五级班\r\nBEGIN:VEVENT\u0008")).toBe("电工五级班 BEGIN:VEVENT");
  expect(Line(40).safeParse("\n\r\t").success).toBe(false);
});

it("says its limits in the contract, and how to keep them", () => {
  expect(z.toJSONSchema(Text(3, 2).describe("说明").optional(), { io: "input" })).toMatchObject({
    type: "string",
    minLength: 2,
    maxLength: 3,
  });
  expect(z.toJSONSchema(SearchText(40).min(4))).toMatchObject({ minLength: 4, maxLength: 40 });
  expect([words("一二三四"), words(" ")]).toEqual([["不超过 3 个字"], ["此项必填"]]);
});

it.each([
  ["1900-01-01", true],
  ["2199-12-31", true],
  ["1899-12-31", false],
  ["0001-01-01", false],
  ["9999-12-31", false],
  ["2026-02-30", false],
])("%s is a day that can be reckoned with: %s", (day, fits) => expect(CivilDate.safeParse(day).success).toBe(fits));

it.each([["编号应为 22 位。"], ["编号应为 22 位"]])("of %j a longer sentence ends with one full stop", (detail) => {
  expect(`有 1 处需要更正：${firstDetail([{ pointer: "/number", detail }])}。`).toBe(
    "有 1 处需要更正：编号应为 22 位。",
  );
});

it("a list about learners names each once", () => {
  const list = oncePerLearner(z.array(z.object({ enrolmentId: z.string() })));
  const of = (...ids: string[]) => list.safeParse(ids.map((enrolmentId) => ({ enrolmentId })));
  expect(of("a", "b").success).toBe(true);
  expect(of("a", "b", "a").error?.issues).toMatchObject([{ path: [2, "enrolmentId"] }]);
});
