import { foldPersonName, normaliseCode, parseCitizenId } from "@jinengtong/standards";
import type { Services } from "../../kernel/services.ts";
import { citizenIdHash, phoneHash } from "../../people/index.ts";

/** A typed text as each search reads it. */
export interface Query {
  /** A whole identity number or phone, as the keyed hash that is stored; nothing shorter is ever compared. */
  citizenId: Buffer | null;
  phone: Buffer | null;
  /** Pattern of a number from its beginning; null where it can't be one. */
  begins: string | null;
  /** Beginning of a person's name; null where it isn't written in characters of a name. */
  name: string | null;
  /** A name anywhere. */
  contains: string;
  /** First letters of a name in pinyin; null where it has others. */
  initials: string | null;
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, String.raw`\$&`);

export function readQuery(sealer: Services["sealer"], q: string): Query {
  const code = normaliseCode(q).toUpperCase();
  const id = parseCitizenId(code);
  const letters = code.toLowerCase();
  return {
    citizenId: id.ok ? citizenIdHash(sealer, id.value.number) : null,
    phone: /^1\d{10}$/u.test(code) ? phoneHash(sealer, code) : null,
    begins: /^[A-Z0-9-]{2,}$/u.test(code) && /\d/u.test(code) ? `${escaped(code)}%` : null,
    name: /\d/u.test(q) || /^[a-z]+$/iu.test(q) ? null : `${escaped(foldPersonName(q))}%`,
    contains: `%${escaped(q)}%`,
    initials: /^[a-z]{2,10}$/u.test(letters) ? `${letters}%` : null,
  };
}
