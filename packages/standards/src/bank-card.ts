import { accept, type Parsed, refuse } from "./parsed.ts";
import { maskMiddle, normaliseCode } from "./written-text.ts";

export type BankCardRefusal = "card-empty" | "card-shape" | "card-checksum";

/** Parses a bank or social-security card number: 16–19 digits with a Luhn check digit. Accepts blanks and hyphens. */
export function parseBankCard(text: string): Parsed<string, BankCardRefusal> {
  const digits = normaliseCode(text).replaceAll("-", "");
  if (digits === "") return refuse("card-empty", "请填写银行卡号。");
  if (!/^[1-9]\d{15,18}$/.test(digits)) {
    return refuse("card-shape", "银行卡号应为 16 至 19 位数字。");
  }
  if (luhnSum(digits) % 10 !== 0) {
    return refuse("card-checksum", "银行卡号校验不通过，请核对是否有一位填错。");
  }
  return accept(digits);
}

/** A payee's account number, and whether it looks unlike a card, so that the person should type it again. */
export interface PayeeNumber {
  number: string;
  unusual: boolean;
}

/**
 * Parses the number of a person's account: a card, or a passbook or local card of 10 to 25 digits. Several banks issue numbers without a
 * Luhn check digit, so such a one is `unusual`, not wrong.
 */
export function parsePayeeNumber(text: string): Parsed<PayeeNumber, "card-empty" | "card-shape"> {
  const digits = normaliseCode(text).replaceAll("-", "");
  if (digits === "") return refuse("card-empty", "请填写银行卡号或存折账号。");
  if (!/^\d{10,25}$/.test(digits)) return refuse("card-shape", "银行卡号或存折账号应为 10 至 25 位数字，请核对。");
  return accept({ number: digits, unusual: !parseBankCard(digits).ok });
}

/**
 * Masked number: the first four and the last four digits (`6217***********1234`). Not for publication: public lists carry no
 * account.
 */
export function maskBankCard(number: string): string {
  const plain = normaliseCode(number).replaceAll("-", "");
  return plain.length >= 12 ? maskMiddle(plain, 4, 4) : "*".repeat(plain.length);
}

/** A number with a valid check digit, for demo data and tests: 15–18 digits in, one more out. */
export function makeBankCard(body: string): string {
  if (!/^[1-9]\d{14,17}$/.test(body)) throw new RangeError("A card number's body has 15–18 digits.");
  return body + String((10 - (luhnSum(`${body}0`) % 10)) % 10);
}

/** Luhn (ISO/IEC 7812-1): every second digit from the right is doubled, minus 9 if above 9. */
function luhnSum(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const weighed = index % 2 === 1 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum;
}
