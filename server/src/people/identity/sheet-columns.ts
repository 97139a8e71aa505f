import {
  accept,
  maskMiddle,
  maskMobile,
  maskPersonName,
  normaliseCode,
  parseIdentityPaper,
  parseMobile,
  parsePersonName,
  type Parsed,
} from "@jinengtong/standards";
import { HEADINGS } from "../../kernel/sheet-headings.ts";

/** Name column of people lists. */
export const nameColumn = {
  header: "姓名",
  aliases: HEADINGS.name,
  required: true,
  parse: (text: string) => parsePersonName(text),
  mask: maskPersonName,
  hint: "与身份证一致",
} as const;

/**
 * A written identity number in an error report: the first four and last two characters even of one that is too short or too long, so that
 * the clerk finds the cell. What is far from a number is hidden whole.
 */
const maskWrittenId = (text: string): string => {
  const plain = normaliseCode(text);
  return plain.length >= 12 && plain.length <= 24 ? maskMiddle(plain, 4, 2) : "*".repeat(Math.min(plain.length, 24));
};

/** Person and contact of a list's row, masked in errors. */
export const identityColumns = {
  citizenId: {
    header: "身份证号",
    aliases: HEADINGS.citizenId,
    required: true,
    parse: (text: string): Parsed<string> => {
      const read = parseIdentityPaper(text);
      return read.ok ? accept(read.value.number) : read;
    },
    mask: maskWrittenId,
    hint: "18 位，按文本填写",
    width: 22,
  },
  phone: {
    header: "手机号",
    aliases: HEADINGS.phone,
    parse: (text: string): Parsed<string> => parseMobile(text),
    mask: maskMobile,
    hint: "11 位，选填",
  },
} as const;
