import { SHEET_MEDIA_TYPES, writeSheet, type WriteColumn } from "../adapters/spreadsheet/index.ts";
import { FileReply } from "../kernel/files.ts";

/** A list as a workbook to download, written row by row as the rows come. */
export const sheetReply = <R>(
  title: string,
  columns: readonly WriteColumn<R>[],
  rows: AsyncIterable<R> | Iterable<R>,
): FileReply =>
  new FileReply({
    mediaType: SHEET_MEDIA_TYPES.xlsx,
    content: writeSheet(columns, rows, { format: "xlsx", sheetName: title }),
    fileName: `${title}.xlsx`,
  });

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
