import { type CivilDate, civilDate, isCivilDate } from "./civil-date.ts";
import { accept, type Parsed, refuse } from "./parsed.ts";
import { maskMiddle, normaliseCode } from "./written-text.ts";

/** GB/T 2260 province-level prefixes, with 81–83 of the residence permits for Hong Kong, Macao and Taiwan residents. */
const PROVINCES = new Set(
  `11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54
  61 62 63 64 65 71 81 82 83`.split(/\s+/),
);
/** A number of somebody born earlier than this many years ago is a slip of the hand. */
const OLDEST_YEARS = 120;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_DIGITS = "10X98765432";

export type Sex = "M" | "F";

export interface CitizenId {
  /** 18 characters, upper-case X. */
  readonly number: string;
  readonly birthDate: CivilDate;
  readonly sex: Sex;
  /** Six digits: where the number was issued, not where the person lives now; for a residence card its province. */
  readonly issuingRegion: string;
}

export type CitizenIdRefusal =
  | "id-empty"
  | "id-fifteen-digits"
  | "id-old-residence-card"
  | "id-other-paper"
  | "id-length"
  | "id-characters"
  | "id-region"
  | "id-birth-date"
  | "id-birth-date-future"
  | "id-checksum";

/**
 * Parses a citizen identity number (GB 11643-1999, 18 characters), or the number of a foreigner's permanent residence card of the
 * kind issued since 2023: 18 digits, 9 first, then province, nationality (ISO 3166-1), birth date, sequence and the same check
 * digit. Accepts full-width digits, a lower-case x and blanks. With `on`, a birth after that date or more than 120 years before it is
 * refused; pass today's civil date for anything a person enters. Other papers (15-character residence cards, passports) are refused
 * with what to bring instead, since they don't tell sex or birth.
 */
export function parseCitizenId(
  text: string,
  options: { readonly on?: CivilDate } = {},
): Parsed<CitizenId, CitizenIdRefusal> {
  const number = normaliseCode(text).toUpperCase();
  if (number === "") return refuse("id-empty", "请填写公民身份号码。");
  if (/^\d{15}$/.test(number)) {
    return refuse("id-fifteen-digits", "15 位的旧身份号码已停用，请填写 18 位号码。");
  }
  if (/^[A-Z]{3}\d{12}$/.test(number)) {
    return refuse(
      "id-old-residence-card",
      "这是旧版外国人永久居留身份证的号码，读不出性别和完整的出生日期。请填新版证件上 9 开头的 18 位号码；还没有换证的，请带证件到窗口办理。",
    );
  }
  if (/^[A-Z]{1,3}\d{6,9}$/.test(number)) {
    return refuse(
      "id-other-paper",
      "这像是护照或通行证的号码。请填居民身份证、港澳台居民居住证或外国人永久居留身份证上的 18 位号码；没有这些证件的，请带护照或通行证到窗口办理。",
    );
  }
  if (number.length !== 18) {
    return refuse("id-length", `公民身份号码应为 18 位，现为 ${number.length} 位。`);
  }
  if (!/^\d{17}[\dX]$/.test(number)) {
    return refuse("id-characters", "公民身份号码前 17 位应为数字，末位应为数字或 X。");
  }
  const isResident = number.startsWith("9");
  const province = isResident ? number.slice(1, 3) : number.slice(0, 2);
  if (!PROVINCES.has(province)) {
    return refuse("id-region", "公民身份号码开头的地区代码不存在。");
  }
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isCivilDate(birthDate) || birthDate < "1900-01-01") {
    return refuse("id-birth-date", "公民身份号码中的出生日期不存在。");
  }
  if (number[17] !== checkDigit(number)) {
    return refuse("id-checksum", "公民身份号码校验不通过，请核对是否有一位填错。");
  }
  if (options.on !== undefined && birthDate > options.on) {
    return refuse("id-birth-date-future", "公民身份号码中的出生日期晚于今天。");
  }
  if (options.on !== undefined && Number(options.on.slice(0, 4)) - Number(birthDate.slice(0, 4)) > OLDEST_YEARS) {
    return refuse("id-birth-date", `公民身份号码中的出生日期在 ${OLDEST_YEARS} 年以前，请核对。`);
  }
  return accept({
    number,
    birthDate,
    sex: Number(number[16]) % 2 === 1 ? "M" : "F",
    issuingRegion: isResident ? `${province}0000` : number.slice(0, 6),
  });
}

/**
 * Masked identity number for display and publication: the first four and the last two characters (`3206************12`). Province
 * and city are public in a local list; county, birth date and most of the sequence stay hidden, so the number can't be rebuilt,
 * while people of the same masked name stay distinguishable. Text that isn't a full number is hidden whole.
 */
export function maskCitizenId(number: string): string {
  const plain = normaliseCode(number);
  return plain.length === 18 ? maskMiddle(plain, 4, 2) : "*".repeat(plain.length);
}

/**
 * A number with a valid check digit, for demo data and tests. `region` has six digits; `sequence` is 1–999, odd for
 * men and even for women.
 */
export function makeCitizenId(region: string, birthDate: CivilDate, sequence: number): string {
  if (!/^\d{6}$/.test(region)) throw new RangeError("The region of an identity number has six digits.");
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > 999) {
    throw new RangeError("The sequence of an identity number is 1–999.");
  }
  const body = region + civilDate(birthDate).replaceAll("-", "") + String(sequence).padStart(3, "0");
  return body + checkDigit(body);
}

/** ISO 7064 MOD 11-2 over the first 17 digits. */
function checkDigit(number: string): string {
  let sum = 0;
  for (const [index, weight] of WEIGHTS.entries()) sum += weight * Number(number[index]);
  return CHECK_DIGITS.charAt(sum % 11);
}
