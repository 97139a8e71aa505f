import { foldCode, foldPersonName, parseIdentityPaper } from "@jinengtong/standards";
import type { Services } from "../../kernel/services.ts";
import { citizenIdHash, phoneHash } from "../../people/index.ts";
import { readSounds, type Sounds } from "./pinyin-syllables.ts";

/** A typed text as each search reads it. */
export interface Query {
  /** A whole identity number or phone, as the keyed hash that is stored; nothing shorter is ever compared. */
  citizenId: Buffer | null;
  phone: Buffer | null;
  /** Patterns of a number from its beginning, with the hyphen after the year where none was typed; null where it can't be one. */
  begins: string[] | null;
  /** Beginning of a person's name; null where it isn't written in characters of a name. */
  name: string | null;
  /** Words that a name holds, in any order; of a class 班 may be left out. */
  words: string[];
  /** First letters of a name in pinyin; null where it has others. */
  initials: string | null;
  /** Ways to read it as whole pinyin. */
  sounds: Sounds[];
}

const MOST_WORDS = 5;

/** A number as typed, and as it is written: `XX2026-000123` where the hyphen after prefix and year was left out. */
const numbers = (code: string): string[] => {
  const written = code.replace(/^([A-Z]{1,4}\d{4})(\d+)$/u, "$1-$2");
  return written === code ? [code] : [code, written];
};

const escaped = (text: string): string => text.replace(/[\\%_]/g, String.raw`\$&`);

export function readQuery(sealer: Services["sealer"], q: string): Query {
  const code = foldCode(q);
  const name = foldPersonName(q);
  const id = parseIdentityPaper(code);
  const letters = code.toLowerCase();
  return {
    citizenId: id.ok ? citizenIdHash(sealer, id.value.number) : null,
    phone: /^1\d{10}$/u.test(code) ? phoneHash(sealer, code) : null,
    begins: /^[A-Z0-9-]{2,}$/u.test(code) && /\d/u.test(code) ? numbers(code).map((one) => `${escaped(one)}%`) : null,
    name: name === "" || /\d/u.test(q) || /^[a-zü\s'’]+$/iu.test(q) ? null : `${escaped(name)}%`,
    words: q
      .split(/[\s,，、]+/u)
      .map((word) => (word.length > 2 ? word.replace(/(?:培训)?班$/u, "") : word))
      .filter((word) => word !== "")
      .slice(0, MOST_WORDS)
      .map((word) => `%${escaped(word)}%`),
    initials: /^[a-z]{2,10}$/u.test(letters) ? `${letters}%` : null,
    sounds: readSounds(q),
  };
}
