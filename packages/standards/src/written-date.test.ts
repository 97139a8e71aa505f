import { describe, expect, it } from "vitest";
import { civilDate } from "./civil-date.ts";
import { parseWrittenDate, type WrittenDateOptions } from "./written-date.ts";

const near = civilDate("2026-11-20");

describe("a date as it was written", () => {
  it.each<[text: string, date: string, options?: WrittenDateOptions]>([
    ["2020-3-1", "2020-03-01"],
    ["2020/03/01", "2020-03-01"],
    ["2020.3.1", "2020-03-01"],
    ["2020 年 3 月 1 日", "2020-03-01"],
    ["20200301", "2020-03-01"],
    ["２０２０－３－１", "2020-03-01"],
    ["\u202D2020-3-1\u202C", "2020-03-01"],
    ["2027/1/1 0:00", "2027-01-01"],
    ["2027/1/2 9:00:00", "2027-01-02"],
    ["2019/3/24 10:40:55", "2019-03-24"],
    ["2026-11-28T10:15:22.000Z", "2026-11-28"],
    ["2026/3/2 上午8:30", "2026-03-02"],
    ["2026年3月2日8时30分", "2026-03-02"],
    ["20261128101522", "2026-11-28"],
    ["2026-03-02（周一）", "2026-03-02"],
    ["2026年3月2日 星期一 9:00", "2026-03-02"],
    ["46296", "2026-10-01", { serial: true }],
    ["46363", "2026-12-07", { serial: true }],
    ["46296.354166", "2026-10-01", { serial: true }],
    ["10月1日", "2026-10-01", { near }],
    ["1月5日", "2027-01-05", { near }],
  ])("%j is %s", (text, date, options) => expect(parseWrittenDate(text, options)).toEqual({ ok: true, value: date }));

  it.each<[text: string, code: string, options?: WrittenDateOptions]>([
    ["20-3-1", "date-shape"],
    ["3/1/2020", "date-shape"],
    ["2020年3月", "date-shape"],
    ["明天", "date-shape"],
    ["2020-02-30", "date-impossible"],
    ["2026.12.30-2027.1.5", "date-period"],
    ["2026年12月30日至31日", "date-shape"],
    ["2026-12-301", "date-shape"],
    ["2026-12-30x", "date-shape"],
    ["46296", "date-shape"],
    ["123", "date-shape", { serial: true }],
    ["10月1日", "date-year-missing"],
    ["2月30日", "date-impossible", { near }],
  ])("%j is refused as %s, not cut", (text, code, options) =>
    expect(parseWrittenDate(text, options)).toMatchObject({ ok: false, code }),
  );
});
