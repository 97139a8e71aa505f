import { unifiedIdeographs } from "./look-alikes.ts";
import { accept, type Parsed, refuse } from "./parsed.ts";
import { halfWidth, withoutInvisible } from "./written-text.ts";

export type PersonNameRefusal = "name-empty" | "name-too-long" | "name-characters";

/** Han and Latin letters, with dots, blanks, hyphens and apostrophes inside only. Radicals and strokes are no letters of a name. */
const LETTER = String.raw`(?![\u2E80-\u2FDF\u31C0-\u31EF])[\p{Script=Han}〇\p{Script=Latin}]`;
const SHAPE = new RegExp(`^${LETTER}(?:(?:${LETTER}|[ '.·-])*(?:${LETTER}|[.]))?$`, "u");

const APOSTROPHES = /[’‘‛ʼʻʹʾʿ`´′]/g;
const DOTS = /[•・･‧∙⋅●˙﹒․᛫⸱ꞏ⸳◦⚫]|(?<=\p{Script=Han})[.。｡](?=\p{Script=Han})/gu;
const HYPHENS = /[\u2010-\u2015\u2212\uFE58\uFE63]/g;

/** A name, or the beginning of one, in the characters that `parsePersonName` keeps; refuses nothing. */
export function foldPersonName(text: string): string {
  return unifiedIdeographs(withoutInvisible(halfWidth(text)))
    .replace(/\p{Script=Latin}/gu, (letter) => letter.normalize("NFKC"))
    .replace(APOSTROPHES, "'")
    .replace(HYPHENS, "-")
    .replace(/(?<=\p{Script=Han})[○◯](?=\p{Script=Han}|$)/gu, "〇")
    .replace(DOTS, "·")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(/(?<=\p{Script=Han}|·) (?=\p{Script=Han}|·)/gu, "")
    .trim();
}

/**
 * A search as typed, for a list: names, numbers and titles in the spelling in which they are stored. Full-width brackets stay,
 * since names of organisations are written with them.
 */
export function searchText(text: string): string {
  return text
    .split(/([（）])/u)
    .map((part, index) => (index % 2 === 1 ? part : foldPersonName(part)))
    .join("")
    .trim();
}

/**
 * Parses a person's name as printed on the identity card. Look-alike characters become the ones that names have: radicals and old
 * systems' private codes their ideograph, the many dots of ethnic names `·` (U+00B7), apostrophes `'`. Blanks between Han characters
 * (typed to align columns) and everything invisible are removed, blanks between Latin words become single. Refuses digits, signs
 * and characters of other scripts. Rare characters (䶮, 𠮷) are letters like any other.
 */
export function parsePersonName(text: string): Parsed<string, PersonNameRefusal> {
  const name = foldPersonName(text);
  if (name === "") return refuse("name-empty", "请填写姓名。");
  if ([...name].length > 50) return refuse("name-too-long", "姓名不能超过 50 个字。");
  if (/\p{Co}/u.test(name)) {
    return refuse(
      "name-characters",
      "姓名中有一个字是旧系统的自造字，别处显示不出来。请改用输入法重新打这个字；打不出来的，请带身份证到窗口办理。",
    );
  }
  if (!SHAPE.test(name)) {
    return refuse("name-characters", "姓名中有不该出现的字符，请照身份证上的姓名填。");
  }
  return accept(name);
}

/** Name for comparison: folded, with Latin letters in one case, and without the blanks and signs between Latin words. */
export function personNameKey(text: string): string {
  return foldPersonName(text)
    .toLowerCase()
    .replace(/(?<=\p{Script=Latin})[ '.-]+/gu, "");
}

/** Two ways of writing one person's name: the only comparison of names, on whatever side either was typed. */
export function samePersonName(one: string, other: string): boolean {
  return personNameKey(one) === personNameKey(other);
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
