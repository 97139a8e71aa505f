import { type CivilDate, civilDate, isCivilDate } from "./civil-date.ts";
import { maskCitizenId, parseCitizenId, type Sex } from "./citizen-id.ts";
import { accept, type Parsed, refuse } from "./parsed.ts";
import { maskMiddle, normaliseCode } from "./written-text.ts";

/**
 * Papers that a person is known by. `citizen`: every 18-character number, which tells birth and sex: identity cards, residence permits of
 * Hong Kong, Macao and Taiwan residents (81, 82, 83), residence cards since 2023 (9). `residence-card`: the 15-character number before them.
 */
export const PAPER_KINDS = {
  citizen: "居民身份证、居住证或新版永久居留身份证",
  "residence-card": "旧版外国人永久居留身份证",
  passport: "护照",
} as const;
export type PaperKind = keyof typeof PAPER_KINDS;

export interface IdentityPaper {
  readonly kind: PaperKind;
  /** The number in its one spelling. */
  readonly number: string;
  /** Birth and sex, where the number tells them. */
  readonly birthDate: CivilDate | null;
  readonly sex: Sex | null;
  /** Birth as six digits (YYMMDD) that a residence card before 2023 tells without the century. */
  readonly birthDigits: string | null;
  /** ISO 3166-1 alpha-3, where the number tells it. */
  readonly nationality: string | null;
}

/** A passport: nine digits, or up to three letters before six to nine. */
const PASSPORT = /^(?:[A-Z]{1,3}\d{6,9}|\d{9}|\d{2}[A-Z]{2}\d{5})$/;
const OLD_CARD = /^[A-Z]{3}\d{12}$/;

/**
 * Parses the number of any paper that the platform knows people by. Fifteen characters carry their own check digit, over weights 7, 3, 1 as
 * in machine-readable documents; a passport's number none, so it is only as good as the officer who reads it.
 */
export function parseIdentityPaper(text: string, options: { readonly on?: CivilDate } = {}): Parsed<IdentityPaper> {
  const number = normaliseCode(text).toUpperCase();
  if (OLD_CARD.test(number)) return residenceCard(number);
  if (PASSPORT.test(number))
    return accept({ kind: "passport", number, birthDate: null, sex: null, birthDigits: null, nationality: null });
  const citizen = parseCitizenId(text, options);
  if (!citizen.ok) return citizen;
  const { birthDate, sex } = citizen.value;
  return accept({
    kind: "citizen",
    number: citizen.value.number,
    birthDate,
    sex,
    birthDigits: null,
    nationality: null,
  });
}

function residenceCard(number: string): Parsed<IdentityPaper> {
  const birthDigits = number.slice(7, 13);
  const [year, month, day] = [birthDigits.slice(0, 2), birthDigits.slice(2, 4), birthDigits.slice(4, 6)];
  if (!["19", "20"].some((century) => isCivilDate(`${century}${year}-${month}-${day}`)))
    return refuse("id-birth-date", "永久居留身份证号码中的出生日期不存在，请核对。");
  if (number[14] !== cardDigit(number))
    return refuse("id-checksum", "永久居留身份证号码校验不通过，请核对是否有一位填错。");
  return accept({
    kind: "residence-card",
    number,
    birthDate: null,
    sex: null,
    birthDigits,
    nationality: number.slice(0, 3),
  });
}

const CARD_WEIGHTS = [7, 3, 1] as const;

/** Check digit over the first 14 characters, a letter counting from A = 10. */
function cardDigit(number: string): string {
  let sum = 0;
  for (let at = 0; at < 14; at += 1) sum += Number.parseInt(number.charAt(at), 36) * (CARD_WEIGHTS[at % 3] ?? 0);
  return String(sum % 10);
}

/** Number of a residence card of the kind before 2023 with a valid check digit, for tests and demo data. */
export function makeResidenceCard(nationality: string, place: string, birthDate: CivilDate, sequence: number): string {
  const body = `${nationality}${place}${civilDate(birthDate).replaceAll("-", "").slice(2)}${sequence % 10}`;
  if (!/^[A-Z]{3}\d{11}$/.test(body))
    throw new RangeError("A residence card: three letters, four digits of the place.");
  return body + cardDigit(body);
}

/** Whether a day of birth agrees with the digits that a card tells. */
export const agreesWithCard = (birthDate: string, digits: string): boolean =>
  birthDate.replaceAll("-", "").slice(2) === digits;

/** Masked number of a paper: of other papers than the 18 characters the first letters and the last two. */
export function maskPaperNumber(number: string): string {
  const plain = normaliseCode(number).toUpperCase();
  if (plain.length === 18) return maskCitizenId(plain);
  return maskMiddle(plain, plain.length === 15 ? 3 : 1, 2);
}
