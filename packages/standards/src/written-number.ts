import { normaliseCode } from "./written-text.ts";

/**
 * The number that a person wrote: plain decimals in half or full width, with thousands separators, and with one of `units` behind
 * it (`60课时`, `91分`). Undefined for anything else, such as the `0x50` and `1e2` that a programming language would read.
 */
export function readDecimal(text: string, units: readonly string[] = []): number | undefined {
  let plain = normaliseCode(text);
  const unit = units.find((each) => plain.endsWith(each) && plain.length > each.length);
  if (unit !== undefined) plain = plain.slice(0, -unit.length);
  if (!/^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(plain)) return undefined;
  const number = Number(plain.replaceAll(",", ""));
  return Number.isFinite(number) && number <= Number.MAX_SAFE_INTEGER ? number : undefined;
}

const DIGITS = "零一二三四五六七八九";

/** A Chinese numeral from 一 to 九十九, or digits: `十二` → 12, `两` → 2. Undefined if it is none. */
export function readChineseNumber(text: string): number | undefined {
  const plain = normaliseCode(text)
    .replace(/[两俩]/g, "二")
    .replace(/〇/g, "零");
  if (/^\d+$/.test(plain)) return Number(plain);
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(plain);
  if (!match || plain === "" || (match[1] !== undefined && match[2] === undefined && match[3] !== undefined))
    return undefined;
  const [, tens, ten, ones] = match;
  const low = ones === undefined ? 0 : DIGITS.indexOf(ones);
  if (ten === undefined) return DIGITS.indexOf(tens ?? ones ?? "");
  return (tens === undefined ? 1 : DIGITS.indexOf(tens)) * 10 + low;
}
