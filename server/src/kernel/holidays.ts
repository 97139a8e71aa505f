import { addDays, createWorkdayCalendar, enterAnnouncedYears, todayInShanghai, weekday } from "@jinengtong/standards";
import { z } from "zod";
import { pointerOf, sentence } from "./input.ts";
import { readOperatorFile } from "./operator-file.ts";
import { CivilDate } from "./shapes.ts";

const Year = z
  .strictObject({
    year: z.int().min(2000).max(2100),
    holidays: z.array(CivilDate).min(1),
    makeUpWorkdays: z.array(CivilDate).default([]),
  })
  .superRefine(({ year, holidays, makeUpWorkdays }, check) => {
    const refuse = (message: string) => check.addIssue({ code: "custom", message });
    for (const date of [...holidays, ...makeUpWorkdays])
      if (!date.startsWith(`${year}-`)) refuse(`${date} 不在 ${year} 年`);
    for (const date of makeUpWorkdays) {
      if (weekday(date) % 6 !== 0) refuse(`调休上班日 ${date} 不是周六或周日`);
      if (holidays.includes(date)) refuse(`${date} 既是放假日又是调休上班日`);
    }
  });
const File = z.array(Year);

/** Loads holidays announced since this release from the operator's file; refuses an invalid file. */
export async function readHolidays(file: string | null): Promise<void> {
  if (file === null) return;
  const given = await readOperatorFile(file, "放假安排文件", "HOLIDAYS_FILE");
  const read = File.safeParse(given, { reportInput: true });
  if (!read.success)
    throw new Error(
      `放假安排文件 ${file} 有误：${read.error.issues.map((issue) => `${pointerOf(issue.path)} ${sentence(issue)}`).join("；")}`,
    );
  enterAnnouncedYears(read.data);
}

/** Lead time for next year's holidays before they are reported missing: they are announced in November. */
const MISSED_FROM_DAYS = 45;

/** The coming year if its holidays are unknown; until they are entered, no deadline that reaches into it is closed. */
export function unknownYearAhead(now: Date): number | null {
  const year = Number(addDays(todayInShanghai(now), MISSED_FROM_DAYS).slice(0, 4));
  return createWorkdayCalendar().knows(year) ? null : year;
}
