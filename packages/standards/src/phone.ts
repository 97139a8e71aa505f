import { accept, type Parsed, refuse } from "./parsed.ts";
import { maskMiddle, normaliseCode } from "./written-text.ts";

/**
 * Parses a mainland mobile number to 11 digits. Accepts +86, 0086 or 86 in front, blanks, hyphens, dots and brackets. Refuses land
 * lines, since one-time codes are sent to it.
 */
export function parseMobile(text: string): Parsed<string, "mobile-empty" | "mobile-shape"> {
  const digits = normaliseCode(text)
    .replace(/[-.()\u2010-\u2015\u2212·]/g, "")
    .replace(/^(?:\+86|0086|86(?=1\d{10}$))/, "");
  if (digits === "") return refuse("mobile-empty", "请填写手机号码。");
  if (!/^1[3-9]\d{9}$/.test(digits)) {
    return refuse("mobile-shape", "手机号码应为 1 开头的 11 位数字。");
  }
  return accept(digits);
}

/** Masked number, `138****1234`; anything that isn't a mobile number is hidden whole. */
export function maskMobile(number: string): string {
  const parsed = parseMobile(number);
  return parsed.ok ? maskMiddle(parsed.value, 3, 4) : "*".repeat(number.length);
}
