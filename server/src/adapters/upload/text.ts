import { TextDecoder } from "node:util";

export type TextEncodingName = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

/**
 * Detects the encoding of a text file from an office computer: by its byte-order mark; else UTF-16 without a mark, by its many zero
 * bytes; else UTF-8 or GB18030 (includes GBK and GB 2312, as Chinese Excel saves CSV), whichever the bytes fit. A few broken bytes
 * or stray control characters don't make a text binary. `undefined` for binary content.
 */
export function detectTextEncoding(bytes: Uint8Array): TextEncodingName | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked !== undefined) return unmarked;
  if (bytes.includes(0)) return undefined;
  // UTF-8 first: GB18030 gives some character for nearly any bytes, so a single broken one would garble the whole.
  return (["utf-8", "gb18030"] as const).find((encoding) => isText(new TextDecoder(encoding).decode(bytes)));
}

/** Decoded text without its byte-order mark, U+FFFD where bytes are broken; `undefined` if the bytes aren't text. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encoding = detectTextEncoding(bytes);
  return encoding === undefined ? undefined : new TextDecoder(encoding).decode(bytes);
}

/** One in a hundred of the characters beyond ASCII may be broken, and one control character may stand in a thousand. */
function isText(text: string): boolean {
  let beyond = 0;
  let broken = 0;
  let control = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code === 0xfffd) broken += 1;
    else if (code > 0x7f) beyond += 1;
    else if (code < 0x20 && !SEPARATORS.has(code)) control += 1;
  }
  // The cut last character of a file is one or two broken ones, whatever its length.
  return broken <= 2 + beyond / 100 && broken <= beyond && control <= text.length / 1000;
}

/** Tab, line ends, page feed, escape, and the separators that programs put before long numbers (U+000B, U+001C–U+001F). */
const SEPARATORS = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b, 0x1c, 0x1d, 0x1e, 0x1f]);

/** Separators and line ends are ASCII, so each leaves a zero byte on one side only. */
function unmarkedUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  const zeros = [0, 0];
  const looked = Math.min(bytes.length, 4096);
  for (let at = 0; at < looked; at++) {
    if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (odd > 0 && even === 0 && isText(new TextDecoder("utf-16le").decode(bytes))) return "utf-16le";
  if (even > 0 && odd === 0 && isText(new TextDecoder("utf-16be").decode(bytes))) return "utf-16be";
  return undefined;
}
