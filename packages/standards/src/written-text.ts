/**
 * Normalises a typed or pasted number or code: full-width letters, digits and signs become half-width (NFKC would also fold
 * characters that names need), and white space, control characters and everything invisible is removed.
 */
export function normaliseCode(text: string): string {
  return withoutInvisible(halfWidth(text)).replace(/[\s\p{Cc}]/gu, "");
}

/**
 * Removes characters that nobody sees: every format character (Cf: zero-width, direction and soft-hyphen marks as phones, chats and
 * spreadsheets add them), variation selectors and invisible fillers. White space stays.
 */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, "");
}

/**
 * Text written by a person, for storing: without control and format characters, except the joiners that some scripts and emoji need
 * inside. A line ends with `\n`, whatever program wrote it. White space at the ends is dropped.
 */
export function writtenText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/gu, "\n")
    .replace(FORMAT_MARKS, "")
    .trim();
}

/** The same on one line, as a name or a title stands in sheets, letters, calendars and journals: line ends become blanks. */
export const writtenLine = (text: string): string => writtenText(text).replace(/ *[\n\t]\s*/gu, " ");

/**
 * Length of a written text as its limit counts it on pages, at the API and in the database: as it is stored, each character once,
 * also a rare one or an emoji that JavaScript counts as two.
 */
export const writtenLength = (text: string): number => [...writtenText(text)].length;

/** The first characters of a text, counted as `writtenLength` counts them: a rare character or an emoji stays whole or is left out. */
export function firstCharacters(text: string, count: number): string {
  const beginning = text.slice(0, 2 * count);
  return [...beginning].slice(0, count).join("");
}

/** Full-width ASCII forms (U+FF01–U+FF5E) as their half-width twins; everything else stays. */
export function halfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** Cc without line end and tab, Cf without U+200C and U+200D, and fillers that look like nothing. */
const FORMAT_MARKS = /(?![\n\t\u200C\u200D])[\p{Cc}\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]/gu;

/**
 * Masks all but the first `head` and last `tail` characters, one star each. A text too short to hide anything is hidden whole, so a
 * malformed number never leaks.
 */
export function maskMiddle(text: string, head: number, tail: number): string {
  const characters = [...text];
  if (characters.length <= head + tail) return "*".repeat(characters.length);
  const hidden = characters.length - head - tail;
  return characters.slice(0, head).join("") + "*".repeat(hidden) + characters.slice(characters.length - tail).join("");
}
