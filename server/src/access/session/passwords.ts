import { county } from "@jinengtong/county";
import { hash, verify } from "@node-rs/argon2";
import { randomInt } from "node:crypto";
import { unacceptable } from "../../kernel/problem.ts";

/** argon2id at the costs OWASP recommends for interactive sign-in (19 MiB, 2 passes, 1 lane). */
export const hashPassword = (password: string): Promise<string> => hash(password);

let decoy: Promise<string> | undefined;

/**
 * Verifies a password. Without a stored hash it takes as long and returns false, so that timing doesn't reveal which accounts
 * exist.
 */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody signs in with this");
  const fits = await verify(stored ?? (await decoy), password);
  return fits && stored !== null;
}

const COMMON = /^(?:password|passw0rd|qwerty|admin|jinengtong|iloveyou|abc|woaini|root|test)?[\d!@#.*_-]*$/i;

/**
 * Fault of a new password as one sentence; null if it is good enough. Requires length rather than special characters, since length
 * protects more.
 */
export function weakness(password: string, username: string): string | null {
  if (lengthOf(password) < 10) return "密码至少 10 位（一个汉字算两位），建议用几个不相干的词连成一句。";
  if (password.length > 200) return "密码不能超过 200 位。";
  if (new Set(password).size < 5) return "密码中重复的字符太多，请换一个。";
  if (COMMON.test(password.toLowerCase().replace(county().region.pinyin, "")))
    return "密码过于常见，容易被猜到，请换一个。";
  if (username.length >= 4 && password.toLowerCase().includes(username.toLowerCase())) return "密码不能包含用户名。";
  if (/^(?:0123456789|1234567890|9876543210|abcdefghij|qwertyuiop)/i.test(password))
    return "密码不能是连续的字符，请换一个。";
  return null;
}

/** Refuses a weak password, pointing at its field. */
export function requireStrong(password: string, username: string, pointer: string): void {
  const detail = weakness(password, username);
  if (detail !== null) throw unacceptable("password-weak", detail, [{ pointer, detail }]);
}

/** A Han character counts two, since there are thousands to guess from. */
const lengthOf = (password: string): number =>
  [...password].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0);

// Without the characters that people mix up on paper: 0 O o, 1 l I.
const LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** An initial password: about 93 bits. */
export const generatePassword = (): string =>
  Array.from({ length: 16 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join("");
