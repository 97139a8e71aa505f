import type { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { openZipEntry } from "../zip/index.ts";

/**
 * A workbook's sheets as a person sees them, read beside the library's stream of rows, which tells neither what is hidden nor what
 * is merged. Tags are looked for in the XML as it is unpacked, so memory doesn't grow with the sheet.
 */
export interface WorkbookSheet {
  readonly name: string;
  /** Position among all sheets, from 0. */
  readonly index: number;
  readonly hidden: boolean;
  readonly part: string;
}

/** Rows and columns of merged cells, from 0, both ends included. */
export interface Merge {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface SheetLayout {
  /** Rows that a filter or a person hid, from 0. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly merges: readonly Merge[];
}

/** More merges than any real list has; the others are left as they are stored. */
const MAX_MERGES = 50_000;
/** Columns beyond this belong to no list of ours. */
export const MAX_COLUMNS = 256;

/** The sheets in their order (ECMA-376-1, 18.2.20). Throws for a workbook without its list of sheets. */
export async function sheetsOf(bytes: Uint8Array): Promise<WorkbookSheet[]> {
  const targets = new Map<string, string>();
  for await (const tag of tagsOf(bytes, "xl/_rels/workbook.xml.rels", ["Relationship"]))
    targets.set(attribute(tag, "Id") ?? "", attribute(tag, "Target") ?? "");
  const sheets: WorkbookSheet[] = [];
  for await (const tag of tagsOf(bytes, "xl/workbook.xml", ["sheet"])) {
    const target = targets.get(attribute(tag, "(?:\\w+:)?id") ?? "") ?? "";
    sheets.push({
      name: unescapeXml(attribute(tag, "name") ?? ""),
      index: sheets.length,
      hidden: /^(?:hidden|veryHidden)$/.test(attribute(tag, "state") ?? ""),
      part: target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`,
    });
  }
  return sheets;
}

/** Hidden rows and merged cells of one sheet. */
export async function layoutOf(bytes: Uint8Array, part: string): Promise<SheetLayout> {
  const hiddenRows = new Set<number>();
  const merges: Merge[] = [];
  let row = -1;
  for await (const tag of tagsOf(bytes, part, ["row", "mergeCell"])) {
    if (/^mergeCell\b/.test(tag)) {
      const merge = mergeOf(attribute(tag, "ref") ?? "");
      if (merge !== undefined && merges.length < MAX_MERGES) merges.push(merge);
      continue;
    }
    const number = attribute(tag, "r");
    row = number === undefined ? row + 1 : Number(number) - 1;
    if (/^(?:1|true)$/.test(attribute(tag, "hidden") ?? "")) hiddenRows.add(row);
  }
  return { hiddenRows, merges };
}

/** Opening tags of these names, without brackets and prefix: `row r="2" hidden="1"`. */
async function* tagsOf(bytes: Uint8Array, part: string, names: readonly string[]): AsyncGenerator<string> {
  const stream: Readable | undefined = await openZipEntry(bytes, part);
  if (stream === undefined) return;
  const wanted = new RegExp(`<(?:[\\w.-]{1,30}:)?((?:${names.join("|")})(?:\\s[^<>]{0,2000})?)/?>`, "g");
  let rest = "";
  stream.setEncoding("utf8");
  for await (const chunk of stream as AsyncIterable<string>) {
    const text = rest + chunk;
    let end = 0;
    for (const match of text.matchAll(wanted)) {
      end = match.index + match[0].length;
      yield match[1] ?? "";
    }
    const cut = Math.max(end, text.lastIndexOf("<"));
    rest = text.length - cut > 4_000 ? "" : text.slice(cut);
    await setImmediate();
  }
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(tag)
    ?.slice(1)
    .find((each) => each !== undefined);

function mergeOf(ref: string): Merge | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref);
  if (!match) return undefined;
  const [, fromColumn = "", fromRow, toColumn = "", toRow] = match;
  const firstColumn = columnOf(fromColumn);
  if (firstColumn >= MAX_COLUMNS) return undefined;
  return {
    firstRow: Number(fromRow) - 1,
    lastRow: Number(toRow) - 1,
    firstColumn,
    lastColumn: Math.min(columnOf(toColumn), MAX_COLUMNS - 1),
  };
}

/** `A` → 0, `AA` → 26. */
const columnOf = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const unescapeXml = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
    if (typeof name === "string") return ENTITIES[name.toLowerCase()] ?? whole;
    const code = typeof decimal === "string" ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
