import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { resolve } = createRequire(import.meta.url);

/** Noto Sans SC (SIL OFL 1.1): 27,558 Han characters, all of Unicode's first block and extension A, as names need. */
export const FONT_FILES = {
  normal: resolve("@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"),
  bold: resolve("@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf"),
} as const;

/**
 * Replaces each character that the font can't draw by its code, `〔U+20BB7〕`. The PDF would show nothing there, and a paper with a
 * gap in a person's name would be signed unread.
 */
export function drawable(text: string): string {
  let shown = "";
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const known = code < 0x20 || coverage().some(([first, last]) => code >= first && code <= last);
    shown += known ? character : `〔U+${code.toString(16).toUpperCase()}〕`;
  }
  return shown;
}

type Range = readonly [first: number, last: number];
let ranges: readonly Range[] | undefined;

/** The characters of the regular face; the bold one is cut from the same source. */
function coverage(): readonly Range[] {
  ranges ??= readCoverage(readFileSync(FONT_FILES.normal));
  return ranges;
}

/** The groups of the font's `cmap` table in format 12 (ISO/IEC 14496-22), the one that reaches past U+FFFF. */
function readCoverage(font: Buffer): readonly Range[] {
  const cmap = tableOffset(font, "cmap");
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index++) {
    const subtable = cmap + font.readUInt32BE(cmap + 8 + index * 8);
    if (font.readUInt16BE(subtable) !== 12) continue;
    return Array.from({ length: font.readUInt32BE(subtable + 12) }, (_, group): Range => {
      const at = subtable + 16 + group * 12;
      return [font.readUInt32BE(at), font.readUInt32BE(at + 4)];
    });
  }
  throw new Error("The font has no cmap of format 12.");
}

function tableOffset(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const at = 12 + index * 16;
    if (font.toString("latin1", at, at + 4) === tag) return font.readUInt32BE(at + 8);
  }
  throw new Error(`The font has no table ${tag}.`);
}
