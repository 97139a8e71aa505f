import { createReadStream } from "node:fs";
import {
  markSheet,
  type OpenSheet,
  openSheet,
  readSheet,
  SHEET_MEDIA_TYPES,
  SheetError,
  type ReadColumns,
  type ReadSheetOptions,
  type SheetRead,
  type TemplateColumn,
  type WriteColumn,
  writeSheet,
  writeTemplate,
} from "../adapters/spreadsheet/index.ts";
import { FileReply } from "./files.ts";
import { unacceptable } from "./problem.ts";
import type { SheetFinding } from "./sheet-report.ts";

/** Reads a spreadsheet from a file; a file refused as a whole becomes a 422 for its sender. */
export const readSheetFile = <const C extends ReadColumns>(
  path: string,
  columns: C,
  options: ReadSheetOptions = {},
): Promise<SheetRead<C>> => readSheetBytes(createReadStream(path), columns, options);

/** Like `readSheetFile`, but from bytes. */
export const readSheetBytes = <const C extends ReadColumns>(
  content: Uint8Array | AsyncIterable<Uint8Array>,
  columns: C,
  options: ReadSheetOptions = {},
): Promise<SheetRead<C>> => refusingSheets(() => readSheet(content, columns, options));

/** Like `readSheetBytes`, row by row: for lists that are longer than a process should hold at once. */
export async function openSheetBytes<const C extends ReadColumns>(
  content: Uint8Array,
  columns: C,
  options: ReadSheetOptions = {},
): Promise<OpenSheet<C>> {
  const sheet = await refusingSheets(() => openSheet(content, columns, options));
  return {
    ...sheet,
    async *rows() {
      const rows = sheet.rows();
      for (;;) {
        const next = await refusingSheets(() => rows.next());
        if (next.done === true) return;
        yield next.value;
      }
    },
  };
}

/** A file refused as a whole becomes a 422 for its sender. */
async function refusingSheets<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof SheetError) throw unacceptable(error.code, error.message);
    throw error;
  }
}

/**
 * A list as a workbook download, streamed row by row. The first row is read before the answer begins, so that a refused query is
 * still a refusal and not a broken download.
 */
export async function sheetReply<R>(
  title: string,
  columns: readonly WriteColumn<R>[],
  rows: AsyncIterable<R> | Iterable<R>,
  options: { sheetName?: string } = {},
): Promise<FileReply> {
  const read = await begun(rows);
  const content = writeSheet(columns, read, { format: "xlsx", sheetName: options.sheetName ?? title });
  // Whoever goes away before taking anything must not leave the rows open.
  content.once("close", () => void read.return?.());
  return new FileReply({ mediaType: SHEET_MEDIA_TYPES.xlsx, content, fileName: `${title}.xlsx` });
}

/** A template of the columns that a sheet is read by, as a workbook. */
export async function templateReply(
  title: string,
  columns: Readonly<Record<string, TemplateColumn>>,
  rows: readonly (readonly (string | number | null)[])[] = [],
): Promise<FileReply> {
  return new FileReply({
    mediaType: SHEET_MEDIA_TYPES.xlsx,
    content: Buffer.from(await writeTemplate(title, Object.values(columns), rows)),
    fileName: `${title}.xlsx`,
  });
}

/** The person's own sheet with what was found in each row, under its own name. */
export async function markedSheetReply(
  name: string,
  bytes: Uint8Array,
  columns: ReadColumns,
  report: { errors: readonly SheetFinding[]; warnings: readonly SheetFinding[] },
): Promise<FileReply> {
  const marks = [
    ...report.errors.map(({ rowNumber, column, sentence }) => ({ rowNumber, sentence: `${column}：${sentence}` })),
    ...report.warnings.map(({ rowNumber, column, sentence }) => ({
      rowNumber,
      sentence: `（提示）${column}：${sentence}`,
    })),
  ];
  return new FileReply({
    mediaType: SHEET_MEDIA_TYPES.xlsx,
    content: await markSheet(bytes, columns, marks),
    fileName: `${name.replace(/\.[^.]{1,5}$/, "")}（带错误说明）.xlsx`,
  });
}

/** The rows with the first one already read. They can be given up before the next one is asked for. */
async function begun<R>(rows: AsyncIterable<R> | Iterable<R>): Promise<AsyncIterableIterator<R>> {
  const iterator = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  let first: IteratorResult<R> | null = await iterator.next();
  return {
    [Symbol.asyncIterator](): AsyncIterableIterator<R> {
      return this as AsyncIterableIterator<R>;
    },
    async next() {
      const step = first ?? (await iterator.next());
      first = null;
      return step;
    },
    async return(): Promise<IteratorResult<R>> {
      await iterator.return?.();
      return { done: true, value: undefined };
    },
  };
}
