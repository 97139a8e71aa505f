import { setImmediate } from "node:timers/promises";
import { SHEET_MAX_BYTES } from "@jinengtong/standards";
import { type CellValue, detectDelimiter, streamCsvRows, streamXlsxRows } from "hucre";
import { decodeText, sniffMedia } from "../upload/index.ts";
import { readZipDirectory } from "../zip/index.ts";
import { mergedRows } from "./merged-cells.ts";
import { SheetError } from "./sheet-error.ts";
import { layoutOf, MAX_COLUMNS, sheetsOf } from "./workbook.ts";

export interface SheetLimits {
  /** Size of the file as uploaded. */
  readonly maxBytes: number;
  /** Rows below the header that hold anything. */
  readonly maxRows: number;
  /** Limits for unpacking a workbook. */
  readonly maxUnpackedBytes: number;
  /** Highest compression ratio of one part of a workbook, from 1 MB on. Real sheets stay below 60. */
  readonly maxRatio: number;
}

export const DEFAULT_SHEET_LIMITS: SheetLimits = {
  maxBytes: SHEET_MAX_BYTES,
  maxRows: 10_000,
  maxUnpackedBytes: 200 << 20,
  maxRatio: 200,
};

export interface RawRow {
  /** As the spreadsheet program numbers it, from 1. */
  readonly rowNumber: number;
  /** The first `MAX_COLUMNS`. */
  readonly values: readonly CellValue[];
  /** Positions that have the value of a cell merged over several rows, of which this isn't the first. */
  readonly filled?: ReadonlySet<number>;
  /** Hidden by a filter or by hand. */
  readonly hidden?: boolean;
  /** A cell of it is merged over several columns, as a heading over headings is. */
  readonly grouped?: boolean;
}

/** One sheet of a workbook, or a CSV file, which has no name. */
export interface RawTable {
  readonly name: string | null;
  readonly hidden: boolean;
  /** The rows from the top, each time anew. */
  rows(): AsyncGenerator<RawRow>;
}

/** Reads the whole upload into memory; refuses it as soon as it passes the limit. */
export async function collectBytes(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array> {
  const tooLarge = () =>
    new SheetError("sheet-too-large", `文件超过 ${Math.floor(maxBytes / 2 ** 20)} MB，请拆成几个文件分别上传。`);
  if (source instanceof Uint8Array) {
    if (source.length > maxBytes) throw tooLarge();
    return source;
  }
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of source) {
    total += chunk.length;
    if (total > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The sheets of a workbook, or a CSV file as one, by content. */
export async function rawTables(bytes: Uint8Array, limits: SheetLimits): Promise<RawTable[]> {
  if (bytes.length === 0) throw new SheetError("sheet-empty", "文件是空的，请重新选择。");
  const kind = (await sniffMedia(bytes))?.kind;
  if (kind === "xlsx") {
    await refuseBomb(bytes, limits);
    return xlsxTables(bytes);
  }
  if (kind === "csv") return [{ name: null, hidden: false, rows: () => csvRows(bytes) }];
  if (kind === "xls") {
    throw new SheetError("sheet-old-format", "这是旧版 Excel 文件（.xls），请另存为 .xlsx 后再上传。");
  }
  if (kind === "html") {
    throw new SheetError(
      "sheet-old-format",
      "这个文件里其实是网页或 XML（有的系统导出的 .xls 是这样的），请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。",
    );
  }
  if (kind === undefined && startsAsOffice(bytes)) {
    throw new SheetError(
      "sheet-broken",
      "文件无法读取：可能已损坏、设有密码、带有宏，或不是标准的 .xlsx。请用 Excel 或 WPS 打开，另存为不加密的 .xlsx 后再上传。",
    );
  }
  throw new SheetError("sheet-type", "请上传 Excel（.xlsx）或 CSV 文件。");
}

async function xlsxTables(bytes: Uint8Array): Promise<RawTable[]> {
  const sheets = await sheetsOf(bytes).catch(refuseBroken);
  if (sheets.length === 0) refuseBroken(undefined);
  return sheets.map((sheet) => ({
    name: sheet.name,
    hidden: sheet.hidden,
    rows: () => xlsxRows(bytes, sheet),
  }));
}

/**
 * One mark in the last column makes a row of 16,384 cells of thirty bytes, so that a small file would cost hours. As many cells as
 * fifty rows formatted to the end are read over.
 */
const MAX_CELLS_BEYOND = 50 * 16_384;

const tooWide = () =>
  new SheetError(
    "sheet-bomb",
    `很多行在第 ${MAX_COLUMNS} 列（IV 列）以后还有内容或格式，无法读取。请删除名单右边所有不用的列，重新保存后再上传。`,
  );

async function* xlsxRows(bytes: Uint8Array, sheet: { index: number; part: string }): AsyncGenerator<RawRow> {
  try {
    const layout = mergedRows(await layoutOf(bytes, sheet.part));
    let beyond = 0;
    for await (const row of streamXlsxRows(bytes, { sheet: sheet.index })) {
      beyond += Math.max(0, row.values.length - MAX_COLUMNS);
      if (beyond > MAX_CELLS_BEYOND) throw tooWide();
      yield layout(row.index, row.values.slice(0, MAX_COLUMNS));
    }
  } catch (error) {
    refuseBroken(error);
  }
}

function refuseBroken(error: unknown): never {
  if (error instanceof SheetError) throw error;
  throw new SheetError("sheet-broken", "文件已损坏，无法读取。请在 Excel 中打开，另存为 .xlsx 后再上传。", {
    cause: error,
  });
}

async function* csvRows(bytes: Uint8Array): AsyncGenerator<RawRow> {
  const text = decodeText(bytes);
  if (text === undefined) {
    throw new SheetError("sheet-broken", "文件的文字无法识别，请另存为 .xlsx 或 UTF-8 编码的 CSV。");
  }
  const delimiter = detectDelimiter(text);
  refuseEndlessRow(text, delimiter);
  let rowNumber = 0;
  for (const values of streamCsvRows(text, { delimiter, unescapeFormulae: true })) {
    rowNumber++;
    // Parsing never waits for I/O; yield so that a long file doesn't block other requests.
    if (rowNumber % 1000 === 0) await setImmediate();
    yield { rowNumber, values: values.slice(0, MAX_COLUMNS) };
  }
}

/** Characters of one row of a CSV file; a list of people has a few hundred. */
const MAX_ROW_CHARACTERS = 100_000;

/**
 * Refuses a row that goes on and on, as behind a quote that is never closed: the library reads a row in one go, in which the process
 * answers nobody, and takes many times as long for it as this count.
 */
function refuseEndlessRow(text: string, delimiter: string): void {
  let row = 1;
  let began = 0;
  let quoted = false;
  let fieldBegan = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (at - began > MAX_ROW_CHARACTERS)
      throw new SheetError(
        "sheet-row-endless",
        `第 ${row} 行没有结束：多半是有一格只有前引号、没有后引号。请改正，或用 Excel、WPS 打开，另存为 .xlsx 后再上传。`,
      );
    const character = text[at];
    if (quoted) {
      if (character !== '"') continue;
      if (text[at + 1] === '"') at += 1;
      else quoted = false;
    } else if (character === '"' && at === fieldBegan) quoted = true;
    else if (character === delimiter) fieldBegan = at + 1;
    else if (character === "\n" || character === "\r") {
      if (character === "\r" && text[at + 1] === "\n") at += 1;
      row += 1;
      began = at + 1;
      fieldBegan = began;
    }
  }
}

/**
 * Checks an archive's directory before unpacking. The library never unpacks a part beyond its declared size, so this bounds memory;
 * a part without a size is refused as a ZIP bomb.
 */
async function refuseBomb(bytes: Uint8Array, limits: SheetLimits): Promise<void> {
  let total = 0;
  for (const entry of (await readZipDirectory(bytes)) ?? []) {
    total += entry.declaredBytes;
    const ratio = entry.declaredBytes / Math.max(1, entry.compressedBytes);
    const swollen = entry.declaredBytes > 2 ** 20 && ratio > limits.maxRatio;
    const hidden = entry.declaredBytes === 0 && entry.compressedBytes > 64;
    if (swollen || hidden || total > limits.maxUnpackedBytes) {
      throw new SheetError("sheet-bomb", "文件解压后异常庞大，已拒绝读取。请只保留需要的行和列后重新保存。");
    }
  }
}

function startsAsOffice(bytes: Uint8Array): boolean {
  return (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf);
}
