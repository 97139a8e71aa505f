import { accept, type Parsed, refuse } from "./parsed.ts";
import { normaliseCode } from "./written-text.ts";

/** Digits and capitals without I, O, S, V, Z, which people misread. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

export interface Uscc {
  /** 18 characters, upper case. */
  readonly code: string;
  /** First character: the registering department (1 机构编制, 5 民政, 9 市场监管, A 中央军委, N 农业, Y 其他 …). */
  readonly registrar: string;
  /** Characters 3–8: the region of the registering office. */
  readonly region: string;
  /** Characters 9–17: the organisation code (GB 11714). */
  readonly organisationCode: string;
}

export type UsccRefusal = "uscc-empty" | "uscc-length" | "uscc-characters" | "uscc-checksum";

/**
 * Parses a unified social credit code (GB 32100-2015). Accepts lower case, full-width characters and blanks. The embedded
 * organisation code's own check character isn't verified, since codes in circulation break it.
 */
export function parseUscc(text: string): Parsed<Uscc, UsccRefusal> {
  const code = normaliseCode(text).toUpperCase();
  if (code === "") return refuse("uscc-empty", "请填写统一社会信用代码。");
  if (code.length !== 18) {
    return refuse("uscc-length", `统一社会信用代码应为 18 位，现为 ${code.length} 位。`);
  }
  const shape = /^[1-9ANY][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
  if (!shape.test(code)) {
    return refuse(
      "uscc-characters",
      "统一社会信用代码中有不该出现的字符（不使用 I、O、S、V、Z，第 3 至 8 位为数字）。",
    );
  }
  if (code[17] !== checkCharacter(code)) {
    return refuse("uscc-checksum", "统一社会信用代码校验不通过，请核对是否有一位填错。");
  }
  return accept({
    code,
    registrar: code.charAt(0),
    region: code.slice(2, 8),
    organisationCode: code.slice(8, 17),
  });
}

/**
 * A code with a valid check character, for demo data and tests: two characters of registrar and kind, a six-digit
 * region and nine characters of organisation code, all of the standard's alphabet.
 */
export function makeUscc(registrarAndKind: string, region: string, organisationCode: string): string {
  const body = registrarAndKind + region + organisationCode;
  if (!/^[1-9ANY][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{9}$/.test(body)) {
    throw new RangeError("These parts do not make a unified social credit code.");
  }
  return body + checkCharacter(body);
}

function checkCharacter(code: string): string {
  let sum = 0;
  let weight = 1;
  for (let index = 0; index < 17; index++) {
    sum += ALPHABET.indexOf(code.charAt(index)) * weight;
    weight = (weight * 3) % 31;
  }
  // The outer modulus matters: a remainder of 0 gives the character 0, not the 31st.
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}
