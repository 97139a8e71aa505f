import { readFileSync } from "node:fs";
import path from "node:path";

/** The sheet of drawings that the pages show, beside the sources or in what was built of them. */
const SHEETS = ["public", "dist"].map((folder) =>
  path.resolve(import.meta.dirname, `../../../../web/${folder}/trades.svg`),
);

let sheet: string | undefined;

function readSheet(): string {
  for (const file of SHEETS)
    try {
      return readFileSync(file, "utf8");
    } catch {
      // The next place.
    }
  return "";
}

/** A trade's line drawing in two inks, as a picture for a paper; null where the sheet doesn't have it. */
export function tradeDrawing(name: string, looks: { ink: string; warm: string; width: number }): string | null {
  sheet ??= readSheet();
  const start = sheet.indexOf(`<symbol id="${name}"`);
  if (start < 0) return null;
  const inner = sheet.slice(sheet.indexOf(">", start) + 1, sheet.indexOf("</symbol>", start));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" fill="none" stroke="${looks.ink}" ` +
    `stroke-width="${looks.width}" stroke-linecap="round" stroke-linejoin="round">` +
    `${inner.replaceAll(/var\(--drawing-warm,[^)]*\)/g, looks.warm)}</svg>`
  );
}
