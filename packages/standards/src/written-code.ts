import { normaliseCode } from "./written-text.ts";

/** Hyphens, dashes and minus signs that keyboards and programs put for `-`. */
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\u30FC]/g;

/**
 * The one spelling under which numbers and codes are stored and compared (certificate numbers, occupation codes, vouchers, bank
 * references): half-width, upper case, without white space and invisible characters, every dash a hyphen.
 */
export const foldCode = (text: string): string => normaliseCode(text).replace(DASHES, "-").toUpperCase();

/** Whether two names of a place or thing (rooms, projects) are the same for a reader: `教室 201`, `教室２０１`. */
export const sameLabel = (a: string, b: string): boolean => foldCode(a) === foldCode(b);
