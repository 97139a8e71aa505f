import { Readable } from "node:stream";
import type { ReadableStream as NodeWebStream } from "node:stream/web";
import { type CellValue, writeXlsxStream } from "hucre";
import { readCell } from "./cell.ts";
import { findTable } from "./find-table.ts";
import { type HeaderSpec, MARK_HEADER } from "./header.ts";
import { DEFAULT_SHEET_LIMITS, type RawRow, rawTables } from "./raw-rows.ts";
import { MAX_COLUMNS } from "./workbook.ts";

/** A finding of one row, as a sentence. */
export interface RowMark {
  readonly rowNumber: number;
  readonly sentence: string;
}

/** Missing rows of a workbook up to this many are written as empty ones, so that rows keep their numbers. */
const MAX_GAP = 1_000;

/**
 * The person's own sheet with a last column `错误说明`, to be mended and sent again: the same rows under the same numbers, each with what
 * was found in it. Text stays text, so long numbers keep their digits. Throws `SheetError` like `readSheet`.
 */
export async function markSheet(
  bytes: Uint8Array,
  columns: Readonly<Record<string, HeaderSpec>>,
  marks: readonly RowMark[],
): Promise<Readable> {
  const { table, header } = await findTable(await rawTables(bytes, DEFAULT_SHEET_LIMITS), columns);
  const told = Map.groupBy(marks, (mark) => mark.rowNumber);
  let width = 0;
  let own: number | undefined;
  for await (const row of table.rows()) {
    if (row.rowNumber > header.rowNumber) break;
    width = Math.max(width, Math.min(row.values.length, MAX_COLUMNS));
    const at = row.values.findIndex((value) => readCell(value).text === MARK_HEADER);
    if (at >= 0) own = at;
  }
  const column = own ?? width;
  const stream = writeXlsxStream(markedRows(), {
    name: (table.name ?? "名单").slice(0, 31),
    columns: Array.from({ length: column + 1 }, (_, at) => ({ width: at === column ? 60 : 18, numFmt: "@" })),
  });
  // The two declarations of web streams, the browser's and Node's, describe the same object.
  return Readable.fromWeb(stream as NodeWebStream<Uint8Array>);

  async function* markedRows(): AsyncGenerator<CellValue[]> {
    let written = 0;
    for await (const row of table.rows()) {
      for (let gap = row.rowNumber - written - 1; gap > 0 && gap <= MAX_GAP; gap--) {
        yield [];
        written++;
      }
      const mark =
        row.rowNumber === header.rowNumber
          ? MARK_HEADER
          : (told.get(row.rowNumber) ?? []).map((each) => each.sentence).join("\n");
      yield [...cellsOf(row, column), mark === "" ? null : mark];
      written = row.rowNumber;
    }
  }
}

const cellsOf = (row: RawRow, width: number): CellValue[] =>
  Array.from({ length: width }, (_, at) => {
    const value = row.values[at] ?? null;
    return value === null || typeof value === "number" ? value : readCell(value).text;
  });
