import { createWorkdayCalendar, civilDate } from "@jinengtong/standards";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryDirectory } from "@jinengtong/embedded-postgres/temporary-directory";
import { readHolidays, unknownYearAhead } from "./holidays.ts";

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(path.join(temporaryDirectory(), "holidays-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const fileOf = async (content: unknown): Promise<string> => {
  const file = path.join(directory, "holidays.json");
  await writeFile(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
};

describe("the operator's file of holidays", () => {
  it("enters a year for every calendar; without it the year is missed from the middle of November", async () => {
    expect(unknownYearAhead(new Date("2050-11-10T00:00:00Z"))).toBe(2050);
    const calendar = createWorkdayCalendar();
    await readHolidays(
      await fileOf([
        { year: 2050, holidays: ["2050-01-03"], makeUpWorkdays: ["2050-01-08"] },
        { year: 2051, holidays: ["2051-01-02"] },
      ]),
    );
    expect(calendar.isWorkingDay(civilDate("2050-01-03"))).toBe(false);
    expect(calendar.isWorkingDay(civilDate("2050-01-08"))).toBe(true);
    expect(unknownYearAhead(new Date("2050-11-20T00:00:00Z"))).toBeNull();
    expect(unknownYearAhead(new Date("2051-11-10T00:00:00Z"))).toBeNull();
    expect(unknownYearAhead(new Date("2051-11-20T00:00:00Z"))).toBe(2052);
  });

  it.each([
    ["不是有效的 JSON", "{"],
    ["不在 2060 年", [{ year: 2060, holidays: ["2061-01-01"] }]],
    ["不是周六或周日", [{ year: 2060, holidays: ["2060-01-01"], makeUpWorkdays: ["2060-01-05"] }]],
    ["holidays", [{ year: 2060, holidays: [] }]],
  ])("refuses one that is not sound: %s", async (says, content) => {
    await expect(readHolidays(await fileOf(content))).rejects.toThrow(says);
    expect(createWorkdayCalendar().knows(2060)).toBe(false);
  });
});
