import { accept, type Parsed, refuse } from "./parsed.ts";
import { halfWidth } from "./written-text.ts";

export type PersonNameRefusal = "name-empty" | "name-too-long" | "name-characters";

/** Han and Latin letters, with dots, blanks, hyphens and apostrophes inside only. */
const SHAPE =
  /^[\p{Script=Han}〇\p{Script=Latin}](?:[\p{Script=Han}〇\p{Script=Latin} '’.·-]*[\p{Script=Han}〇\p{Script=Latin}.])?$/u;

/**
 * Parses a person's name as printed on the identity card. Blanks between Han characters (typed to align columns) are removed,
 * look-alikes of the separating dot in ethnic names become `·` (U+00B7), and blanks between Latin words become single. Refuses
 * digits, signs and control characters. Rare characters (䶮, 𠮷) are letters like any other.
 */
export function parsePersonName(text: string): Parsed<string, PersonNameRefusal> {
  const name = halfWidth(text)
    .normalize("NFC")
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, "")
    .replace(/[•・‧∙⋅●]|(?<=\p{Script=Han})[.。](?=\p{Script=Han})/gu, "·")
    .replace(/[\s\u3000]+/g, " ")
    .replace(/(?<=\p{Script=Han}|·) (?=\p{Script=Han}|·)/gu, "")
    .trim();
  if (name === "") return refuse("name-empty", "请填写姓名。");
  if ([...name].length > 50) return refuse("name-too-long", "姓名不能超过 50 个字。");
  if (!SHAPE.test(name)) {
    return refuse("name-characters", "姓名中有不该出现的字符，请照身份证上的姓名填。");
  }
  return accept(name);
}

/**
 * Masked name for public lists: the first and the last character stay, the rest become stars; of two only the first stays (张三 → 张*,
 * 张小三 → 张*三, 阿卜杜·热依木 → 阿**·**木). The dot stays.
 */
export function maskPersonName(name: string): string {
  const characters = [...name.trim()];
  if (characters.length <= 1) return "*".repeat(characters.length);
  const last = characters.length - 1;
  return characters
    .map((character, index) => {
      if (character === "·" || index === 0) return character;
      return index === last && last > 1 ? character : "*";
    })
    .join("");
}
