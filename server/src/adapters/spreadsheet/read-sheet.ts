import type { Parsed } from "@jinengtong/standards";
import { CELL_FAULTS, readCell } from "./cell.ts";
import { findHeader, HEADER_ROWS_LOOKED_AT, type HeaderMatch, type HeaderSpec } from "./header.ts";
import { collectBytes, DEFAULT_SHEET_LIMITS, type RawRow, rawRows, type SheetLimits } from "./raw-rows.ts";
import { SheetError } from "./sheet-error.ts";

/** One column to read. A required column must be in the file, and filled in each row. */
export interface ReadColumn extends HeaderSpec {
  /** Reads the cell's text, trimmed and never empty. */
  readonly parse: (text: string) => Parsed<unknown>;
  /** Display text of the cell in error reports; return the mask for personal data. Default: the text itself. */
  readonly mask?: (text: string) => string;
}

export type ReadColumns = Readonly<Record<string, ReadColumn>>;

type ValueOf<C extends ReadColumn> = Extract<ReturnType<C["parse"]>, { ok: true }>["value"];

/** The row that a set of columns reads to: required columns have a value, others may be `undefined`. */
export type RowOf<C extends ReadColumns> = {
  readonly [K in keyof C]: C[K] extends { required: true } ? ValueOf<C[K]> : ValueOf<C[K]> | undefined;
};

export interface CellError {
  /** As the spreadsheet program numbers rows, so a person can go there. */
  readonly rowNumber: number;
  readonly column: string;
  readonly header: string;
  /** Masked where the column says so. */
  readonly value: string;
  readonly code: string;
  readonly message: string;
}

export interface SheetRead<C extends ReadColumns> {
  /** Rows without any error. */
  readonly rows: readonly { readonly rowNumber: number; readonly values: RowOf<C> }[];
  /** The first errors, at most `maxErrors`. */
  readonly errors: readonly CellError[];
  readonly errorCount: number;
  /** Rows that hold anything, good and bad. */
  readonly rowCount: number;
  /** Unknown columns of the file, so that the page can say they were ignored. */
  readonly ignoredHeaders: readonly string[];
}

export interface ReadSheetOptions extends Partial<SheetLimits> {
  /** Errors listed; all are counted. Default 1,000. */
  readonly maxErrors?: number;
}

/**
 * Reads the first sheet of an xlsx workbook or a CSV file (UTF-8, UTF-16, GBK/GB18030) by its header. A bad cell invalidates its
 * row only. Throws `SheetError` for files refused as a whole: empty, too large or too long, of another type, broken, encrypted, a
 * ZIP bomb, or without a required column. Skips empty rows.
 */
export async function readSheet<const C extends ReadColumns>(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  columns: C,
  options: ReadSheetOptions = {},
): Promise<SheetRead<C>> {
  const limits = { ...DEFAULT_SHEET_LIMITS, ...options };
  const maxErrors = options.maxErrors ?? 1000;
  const bytes = await collectBytes(source, limits.maxBytes);
  const above: RawRow[] = [];
  let header: HeaderMatch<string> | undefined;
  const rows: { rowNumber: number; values: RowOf<C> }[] = [];
  const errors: CellError[] = [];
  let errorCount = 0;
  let rowCount = 0;

  function take(raw: RawRow, positions: ReadonlyMap<string, number>): void {
    if (raw.values.every((value) => readCell(value).text === "")) return;
    rowCount++;
    if (rowCount > limits.maxRows) {
      throw new SheetError(
        "sheet-too-many-rows",
        `一次最多导入 ${limits.maxRows.toLocaleString("en-US")} 行，请拆成几个文件分别上传。`,
      );
    }
    const row = readRow(raw, columns, positions);
    errorCount += row.errors.length;
    errors.push(...row.errors.slice(0, maxErrors - errors.length));
    // The mapped type is what `readRow` fills in by construction, key by key.
    if (row.errors.length === 0) rows.push({ rowNumber: raw.rowNumber, values: row.values as RowOf<C> });
  }

  for await (const raw of rawRows(bytes, limits)) {
    if (header !== undefined) {
      take(raw, header.positions);
      continue;
    }
    above.push(raw);
    if (above.length < HEADER_ROWS_LOOKED_AT) continue;
    header = findHeader(above, columns);
    takeBuffered(above, header);
  }
  if (header === undefined) {
    header = findHeader(above, columns);
    takeBuffered(above, header);
  }
  return { rows, errors, errorCount, rowCount, ignoredHeaders: header.ignored };

  function takeBuffered(buffered: readonly RawRow[], match: HeaderMatch<string>): void {
    for (const raw of buffered) if (raw.rowNumber > match.rowNumber) take(raw, match.positions);
  }
}

function readRow(
  raw: RawRow,
  columns: ReadColumns,
  positions: ReadonlyMap<string, number>,
): { values: Record<string, unknown>; errors: CellError[] } {
  const values: Record<string, unknown> = {};
  const errors: CellError[] = [];
  for (const [key, column] of Object.entries(columns)) {
    const position = positions.get(key);
    const cell = readCell(position === undefined ? null : raw.values[position]);
    const fail = (code: string, message: string): void => {
      const value = column.mask ? column.mask(cell.text) : cell.text.slice(0, 100);
      errors.push({ rowNumber: raw.rowNumber, column: key, header: column.header, value, code, message });
    };
    if (cell.fault !== undefined) {
      fail(cell.fault, CELL_FAULTS[cell.fault]);
    } else if (cell.text === "") {
      if (column.required === true) fail("required", `请填写${column.header}。`);
      values[key] = undefined;
    } else {
      const parsed = column.parse(cell.text);
      if (parsed.ok) values[key] = parsed.value;
      else fail(parsed.code, parsed.message);
    }
  }
  return { values, errors };
}
