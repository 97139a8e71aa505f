import type { CellValue } from "hucre";

/** Text of a cell as a person sees it, or why that differs from what was typed. */
export interface Cell {
  readonly text: string;
  readonly fault?: "digits-lost" | "formula-error" | "characters-broken";
}

export const CELL_FAULTS: Readonly<Record<NonNullable<Cell["fault"]>, string>> = {
  "digits-lost": "该单元格被存成了数字，末几位已丢失。请把整列设为“文本”格式后重新填写。",
  "formula-error": "该单元格的公式出错，请改为直接填写内容。",
  "characters-broken": "该单元格有无法识别的字符，请重新填写。",
};

/** Excel keeps 15 significant digits, so an identity number typed into a number cell ends in zeros. */
const EXACT_LIMIT = 1e15;

/** One cell as text. Dates become `YYYY-MM-DD`, with ` HH:MM` where they carry a time. */
export function readCell(value: CellValue | undefined): Cell {
  if (value === null || value === undefined) return { text: "" };
  if (typeof value === "boolean") return { text: value ? "是" : "否" };
  if (value instanceof Date) return { text: dateText(value) };
  if (typeof value === "number") {
    if (Math.abs(value) >= EXACT_LIMIT) return { text: String(value), fault: "digits-lost" };
    // 15 digits, as Excel shows; more would be binary noise (0.30000000000000004).
    return { text: String(Number(value.toPrecision(15))) };
  }
  // `trim` knows all of Unicode's white space and takes time in proportion to it; a pattern that ends in `+$` takes the square.
  const text = withoutProtection(value.toWellFormed().replace(CONTROL, "").trim());
  // Decoding puts U+FFFD where bytes are broken.
  if (text.includes("\uFFFD")) return { text, fault: "characters-broken" };
  // A CSV holds only the digits that the number cell showed.
  if (/^\d(?:\.\d+)?E\+1[5-9]$/i.test(text)) return { text, fault: "digits-lost" };
  if (/^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/.test(text)) {
    return { text, fault: "formula-error" };
  }
  return { text };
}

// Tab and line ends are white space of the cell; the others come from programs that protect long numbers.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

/** The text inside `="0123…"`, or behind the apostrophe that keeps a spreadsheet from reading a number. */
function withoutProtection(text: string): string {
  if (text.startsWith('="') && text.endsWith('"') && text.length > 3) return text.slice(2, -1).trim();
  return /^['’‘`](?=\d)/.test(text) ? text.slice(1).trim() : text;
}

function dateText(date: Date): string {
  // Serial numbers are fractions of days; half a second of rounding must not show yesterday's last minute.
  const iso = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  const time = iso.slice(11, 16);
  return time === "00:00" ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}
