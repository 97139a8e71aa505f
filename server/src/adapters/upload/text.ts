import { TextDecoder } from "node:util";

export type TextEncodingName = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

/**
 * Detects the encoding of a text file from an office computer: by its byte-order mark; else UTF-8 if every byte fits; else UTF-16
 * without a mark, by its many zero bytes; else GB18030 (includes GBK and GB 2312), as Chinese Excel saves CSV. `undefined` for
 * binary content.
 */
export function detectTextEncoding(bytes: Uint8Array): TextEncodingName | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked !== undefined) return unmarked;
  if (bytes.includes(0)) return undefined;
  if (decodes(bytes, "utf-8")) return "utf-8";
  return decodes(bytes, "gb18030") ? "gb18030" : undefined;
}

/** Decoded text without its byte-order mark; `undefined` if the bytes aren't text. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encoding = detectTextEncoding(bytes);
  if (encoding === undefined) return undefined;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodes(bytes: Uint8Array, encoding: TextEncodingName): boolean {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // GB18030 accepts nearly any bytes; control characters give binary content away.
    return !CONTROL.test(text);
  } catch {
    return false;
  }
}

/** Separators and line ends are ASCII, so each leaves a zero byte on one side only. */
function unmarkedUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  const zeros = [0, 0];
  const looked = Math.min(bytes.length, 4096);
  for (let at = 0; at < looked; at++) {
    if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (odd > 0 && even === 0 && decodes(bytes, "utf-16le")) return "utf-16le";
  if (even > 0 && odd === 0 && decodes(bytes, "utf-16be")) return "utf-16be";
  return undefined;
}

// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000B\u000E-\u001A\u001C-\u001F\uFFFE\uFFFF]/;
