import { createReadStream } from "node:fs";
import {
  markSheet,
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
export async function readSheetBytes<const C extends ReadColumns>(
  content: Uint8Array | AsyncIterable<Uint8Array>,
  columns: C,
  options: ReadSheetOptions = {},
): Promise<SheetRead<C>> {
  try {
    return await readSheet(content, columns, options);
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
  return new FileReply({
    mediaType: SHEET_MEDIA_TYPES.xlsx,
    content: writeSheet(columns, await begun(rows), { format: "xlsx", sheetName: options.sheetName ?? title }),
    fileName: `${title}.xlsx`,
  });
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

/** The rows with the first one already read. */
async function begun<R>(rows: AsyncIterable<R> | Iterable<R>): Promise<AsyncIterable<R>> {
  const iterator = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  const first = await iterator.next();
  return (async function* () {
    try {
      for (let step = first; !step.done; step = await iterator.next()) yield step.value;
    } finally {
      await iterator.return?.();
    }
  })();
}

/** All rows of a paged list, page after page, so that an export never holds more than one page. */
export async function* everyRow<R>(
  load: (cursor: string | undefined) => Promise<{ rows: R[]; nextCursor: string | null }>,
): AsyncGenerator<R> {
  for (let cursor: string | undefined; ;) {
    const page = await load(cursor);
    yield* page.rows;
    if (page.nextCursor === null) return;
    cursor = page.nextCursor;
  }
}
