/**
 * Normalises typed or pasted text: full-width letters, digits and signs become half-width (NFKC would also fold characters that
 * names need), and all white space is removed, including zero-width and no-break kinds from spreadsheets.
 */
export function normaliseCode(text: string): string {
  return halfWidth(text).replace(INVISIBLE, "");
}

/** Full-width ASCII forms (U+FF01–U+FF5E) as their half-width twins; everything else stays. */
export function halfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

const INVISIBLE = /[\s\u00A0\u200B-\u200D\u2060\u3000\uFEFF]/g;

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
