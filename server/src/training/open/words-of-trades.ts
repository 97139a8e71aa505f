import { tradesByWord } from "@jinengtong/standards";
import { sql } from "../../kernel/database.ts";

/**
 * Condition that a row is what somebody looks for: their words stand in its text, or mean its trade ("电焊" finds 焊工). True without words.
 * `text` and `occupation` are the row's expressions.
 */
export function meantBy(words: string | undefined, text: string, occupation: string) {
  if (words === undefined || words === "") return sql<boolean>`true`;
  const starts = tradesByWord(words).flatMap(({ occupations }) => occupations);
  return sql<boolean>`(strpos(${sql.raw(text)}, ${words}) > 0
    or exists (select from unnest(${starts}::text[]) begins (code) where ${sql.raw(occupation)} = begins.code or starts_with(${sql.raw(occupation)}, begins.code || '-')))`;
}

/** The same of a row that was read: whether `words` stand in its name or mean its trade. */
export const isMeant = (words: string, name: string, occupation: string): boolean =>
  name.includes(words) ||
  tradesByWord(words).some(({ occupations }) =>
    occupations.some((start) => occupation === start || occupation.startsWith(`${start}-`)),
  );
