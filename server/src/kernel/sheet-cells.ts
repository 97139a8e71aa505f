import {
  accept,
  type CivilDate,
  foldCode,
  halfWidth,
  type Parsed,
  parseWrittenDate,
  readDecimal,
  refuse,
} from "@jinengtong/standards";

/** Parsers of cells that several sheets share; each reads what offices write and refuses the rest with what to do. */

/** A day, also with a clock time, as a serial number, or with `near` without its year. */
export const dayCell =
  (near?: CivilDate) =>
  (text: string): Parsed<CivilDate> =>
    parseWrittenDate(text, { serial: true, ...(near === undefined ? {} : { near }) });

/** A day between two others; `range` is asked when a row is read. The sentence names the bound. */
export const dayBetween =
  (range: { from?: CivilDate; to?: CivilDate; what: string; near?: CivilDate }) =>
  (text: string): Parsed<CivilDate> => {
    const read = dayCell(range.near)(text);
    if (!read.ok) return read;
    if (range.from !== undefined && read.value < range.from)
      return refuse("day-too-early", `${range.what}不能早于 ${range.from}，请核对年份。`);
    if (range.to !== undefined && read.value > range.to)
      return refuse("day-too-late", `${range.what}不能晚于 ${range.to}，请核对年份。`);
    return read;
  };

/** A time of day as `08:30`: 8:30, 8：30, 8.30, 8点30分, 8点半, 上午8:30, 下午2:00, also behind a date, or as a part of the day. */
export function clockCell(text: string): Parsed<string> {
  const plain = halfWidth(text).replace(/\s+/g, " ").trim();
  if (/^0?\.\d+$/.test(plain)) return minuteOfDay(Math.round(Number(plain) * 1440));
  const match =
    /(?:^|[ 日号])(上午|早上|中午|下午|晚上|AM|PM)? ?(\d{1,2})(?:[:.时点](\d{1,2})分?|[时点](半)?)(?::\d{1,2})?(?:秒)? ?(AM|PM)?$/i.exec(
      plain,
    );
  if (!match) return refuse("clock", "时间应写成 08:30 的样子。");
  const [, before = "", hours = "", minutes, half, after = ""] = match;
  const late = /下午|晚上|PM/i.test(before + after) && Number(hours) < 12;
  const minute = half === undefined ? Number((minutes ?? "0").padEnd(plain.includes(".") ? 2 : 1, "0")) : 30;
  return minute > 59 || Number(hours) > 23
    ? refuse("clock", "时间应写成 08:30 的样子。")
    : minuteOfDay((Number(hours) + (late ? 12 : 0)) * 60 + minute);
}

const minuteOfDay = (minute: number): Parsed<string> =>
  accept(`${String(Math.floor(minute / 60) % 24).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`);

/** Text of at most so many characters; never cut. */
export const textCell =
  (max: number) =>
  (text: string): Parsed<string> =>
    text.length <= max ? accept(text) : refuse("too-long", `不超过 ${max} 个字。`);

/** A whole number within bounds, with a unit or without: `4`, `４课时`. */
export const countCell =
  (min: number, max: number, what: string, units: readonly string[] = []) =>
  (text: string): Parsed<number> => {
    const count = readDecimal(text, units);
    return count !== undefined && Number.isInteger(count) && count >= min && count <= max
      ? accept(count)
      : refuse("count", `${what}应为 ${min}–${max} 的整数。`);
  };

/** 是 or 否 in the ways people tick. */
export function yesCell(text: string): Parsed<boolean> {
  const plain = foldCode(text);
  if (["是", "1", "√", "✓", "✔", "☑", "Y", "YES", "对", "有"].includes(plain)) return accept(true);
  if (["否", "0", "×", "X", "☐", "N", "NO", "不是", "无"].includes(plain)) return accept(false);
  return refuse("yes-no", "请填写“是”或“否”。");
}

/** A code or number in its one spelling; `fits` tells whether it has the right shape. */
export const codeCell =
  (fits: (code: string) => boolean, sentence: string) =>
  (text: string): Parsed<string> => {
    const code = foldCode(text);
    return fits(code) ? accept(code) : refuse("code-shape", sentence);
  };
