import { Readable } from "node:stream";
import type { ReadableStream as NodeWebStream } from "node:stream/web";
import { type CellValue, type ColumnDef, writeCsvStream, writeXlsxStream } from "hucre";

/** One column to write. */
export interface WriteColumn<R> {
  readonly header: string;
  /** Width in characters; Chinese ones count two. 14 unless told. */
  readonly width?: number;
  /**
   * `text` keeps digits as they are (identity numbers, codes); `yuan` takes fen and shows yuan with two decimals; `number` is for
   * counts. Default `text`.
   */
  readonly kind?: "text" | "number" | "yuan";
  readonly value: (row: R) => string | number | bigint | null | undefined;
}

export interface WriteSheetOptions {
  readonly format: "xlsx" | "csv";
  /** At most 31 characters, without `[]:*?/\`. */
  readonly sheetName?: string;
}

export const SHEET_MEDIA_TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
} as const;

/**
 * Writes rows as they come to a stream, in memory that does not grow with their number. Text can never become a formula: in a
 * workbook it is stored as text whatever it begins with, in a CSV a leading `= + - @` gets an apostrophe before it, which
 * `readSheet` takes off again. CSV is UTF-8 with a byte-order mark, or Excel would read it as GBK.
 */
export function writeSheet<R>(
  columns: readonly WriteColumn<R>[],
  rows: AsyncIterable<R> | Iterable<R>,
  options: WriteSheetOptions,
): Readable {
  const cells = cellRows(columns, rows, options.format);
  const stream =
    options.format === "csv"
      ? writeCsvStream(cells, {
          headers: columns.map((column) => column.header),
          bom: true,
          escapeFormulae: true,
        })
      : writeXlsxStream(cells, {
          name: options.sheetName ?? "Sheet1",
          columns: columns.map(xlsxColumn),
          freezePane: { rows: 1 },
        });
  // The two declarations of web streams, the browser's and Node's, describe the same object.
  return Readable.fromWeb(stream as NodeWebStream<Uint8Array>);
}

async function* cellRows<R>(
  columns: readonly WriteColumn<R>[],
  rows: AsyncIterable<R> | Iterable<R>,
  format: WriteSheetOptions["format"],
): AsyncGenerator<CellValue[]> {
  for await (const row of rows) yield columns.map((column) => cellOf(column, row, format));
}

function cellOf<R>(column: WriteColumn<R>, row: R, format: WriteSheetOptions["format"]): CellValue {
  const value = column.value(row);
  if (value === null || value === undefined) return null;
  if (column.kind === "yuan") {
    const yuan = Number(value) / 100;
    return format === "csv" ? yuan.toFixed(2) : yuan;
  }
  if (column.kind === "number") return Number(value);
  // Control characters are not allowed in XML and make Excel call the file broken.
  // oxlint-disable-next-line no-control-regex
  return String(value).replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, "");
}

function xlsxColumn<R>(column: WriteColumn<R>): ColumnDef {
  const width = column.width ?? 14;
  if (column.kind === "yuan") return { header: column.header, width, numFmt: "#,##0.00" };
  if (column.kind === "number") return { header: column.header, width };
  return { header: column.header, width, numFmt: "@" };
}
