import { normaliseCode } from "@jinengtong/standards";

const escaped = (text: string): string => text.replace(/[\\%_]/g, String.raw`\$&`);

/** Patterns of a search box: a number from its beginning (blanks, width and case don't matter), a name anywhere. Both null if empty. */
export function likeOf(q: string | undefined): { begins: string | null; contains: string | null } {
  if (q === undefined || q === "") return { begins: null, contains: null };
  return { begins: `${escaped(normaliseCode(q).toUpperCase())}%`, contains: `%${escaped(q)}%` };
}
