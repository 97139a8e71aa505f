import { accept, type Parsed, refuse } from "./parsed.ts";
import { normaliseCode } from "./written-text.ts";

/** Money in whole fen (1/100 yuan) within ±2^53, about 90 million million yuan. The ledger stores it as a bigint. */
export type Fen = number;

/** Checks that an amount is a whole, safe number and returns it. Throws on a fraction, NaN or a value beyond 2^53. */
export function fen(value: number | bigint): Fen {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) {
    throw new RangeError("Money must be a whole, safe number of fen.");
  }
  // Minus zero would print a sign and fail equality in tests.
  return number === 0 ? 0 : number;
}

/** Sum in fen. Throws if a part or the total isn't safe. */
export function sumFen(amounts: Iterable<number | bigint>): Fen {
  let total = 0n;
  for (const amount of amounts) total += BigInt(fen(amount));
  return fen(total);
}

/**
 * `amount × rate`, rounded half up to the fen (away from zero for negatives). The rate counts as the decimal it prints as, so 0.65
 * means exactly 65/100 without binary error. Refuses rates that print with an exponent.
 */
export function rateOfFen(amount: number | bigint, rate: number): Fen {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(rate));
  if (!match) throw new RangeError("A rate must be a plain decimal.");
  const [, sign, whole = "0", fraction = ""] = match;
  const scale = 10n ** BigInt(fraction.length);
  const product = BigInt(fen(amount)) * BigInt(whole + fraction) * (sign === "-" ? -1n : 1n);
  const magnitude = product < 0n ? -product : product;
  const rounded = (magnitude * 2n + scale) / (scale * 2n);
  return fen(product < 0n ? -rounded : rounded);
}

/** Formats yuan with thousands separators and two decimals: 4560000 → `45,600.00`. The caller adds 元. */
export function formatYuan(amount: number | bigint): string {
  const value = fen(amount);
  const digits = String(Math.abs(value)).padStart(3, "0");
  const yuan = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${value < 0 ? "-" : ""}${yuan}.${digits.slice(-2)}`;
}

export type YuanRefusal = "amount-empty" | "amount-shape" | "amount-too-large";

/**
 * Parses yuan as people write them (`45,600`, `¥1,200.5`, `1200元`, full-width digits) to fen. Refuses more than two decimals and
 * misplaced separators.
 */
export function parseYuan(text: string): Parsed<Fen, YuanRefusal> {
  const plain = normaliseCode(text)
    .replace(/^(-?)[¥￥]/, "$1")
    .replace(/元$/, "");
  if (plain === "") return refuse("amount-empty", "请填写金额。");
  const match = /^(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/.exec(plain);
  if (!match) return refuse("amount-shape", "金额应为数字，最多两位小数，例如 1,200.50。");
  const [, sign, yuan = "", decimals = ""] = match;
  const value = Number(yuan.replaceAll(",", "") + decimals.padEnd(2, "0"));
  if (!Number.isSafeInteger(value)) return refuse("amount-too-large", "金额过大。");
  return accept(fen(sign === "-" ? -value : value));
}

const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const PLACES = ["", "拾", "佰", "仟"] as const;
const SECTIONS = ["", "万", "亿", "万亿", "亿亿"] as const;

/**
 * Amount in Chinese capitals for payment papers (支付结算办法 附一): 4560000 → `人民币肆万伍仟陆佰元整`, 640902 → `人民币陆仟肆佰零玖元零贰分`. 整 closes an amount
 * that ends at yuan or jiao.
 */
export function chineseCapitals(amount: number | bigint): string {
  const value = fen(amount);
  const digits = String(Math.abs(value)).padStart(3, "0");
  const yuan = yuanInCapitals(digits.slice(0, -2));
  const jiao = Number(digits.at(-2));
  const rest = Number(digits.at(-1));
  let text = yuan === "" ? "" : `${yuan}元`;
  if (jiao > 0) text += `${DIGITS.charAt(jiao)}角`;
  else if (rest > 0 && text !== "") text += "零";
  if (rest > 0) text += `${DIGITS.charAt(rest)}分`;
  else text = `${text === "" ? "零元" : text}整`;
  return `人民币${value < 0 ? "负" : ""}${text}`;
}

function yuanInCapitals(digits: string): string {
  let text = "";
  let zeroPending = false;
  const length = digits.length;
  for (let start = 0; start < length;) {
    // The first section takes the rest beyond groups of four digits.
    const size = start === 0 && length % 4 !== 0 ? length % 4 : 4;
    const section = digits.slice(start, start + size);
    start += size;
    let written = "";
    for (const [index, digit] of [...section].entries()) {
      if (digit === "0") {
        zeroPending = true;
        continue;
      }
      if (zeroPending && text + written !== "") written += "零";
      zeroPending = false;
      written += DIGITS.charAt(Number(digit)) + (PLACES[section.length - 1 - index] ?? "");
    }
    const unit = SECTIONS[(length - start) / 4] ?? "";
    if (written !== "") text += written + unit;
  }
  return text;
}
