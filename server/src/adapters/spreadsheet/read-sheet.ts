import { firstCharacters, type Parsed } from "@jinengtong/standards";
import { CELL_FAULTS, readCell } from "./cell.ts";
import { findTable } from "./find-table.ts";
import { isFooter } from "./footer.ts";
import { collectBytes, DEFAULT_SHEET_LIMITS, type RawRow, rawTables, type SheetLimits } from "./raw-rows.ts";
import { SheetError } from "./sheet-error.ts";
import type { TemplateColumn } from "./write-template.ts";

/** One column to read. A required column must be in the file, and filled in each row. */
export interface ReadColumn extends TemplateColumn {
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
  /** Other things that the person should know: sheets and lines that were not read, hidden rows that were. Chinese sentences. */
  readonly notes: readonly string[];
}

export interface ReadSheetOptions extends Partial<SheetLimits> {
  /** Errors listed; all are counted. Default 1,000. */
  readonly maxErrors?: number;
}

/** Rows of a spreadsheet, empty ones too: no program writes more. */
const MAX_LINES = 1_048_576;
const TOO_MANY_LINES = "表格的行数超过了 Excel 的上限，多半是下面有大量空行。请删去空行，重新保存后再上传。";

/** Characters of a refused cell that its error shows. */
const SHOWN = 100;

/** Footers named one by one in the notes. */
const FOOTERS_NAMED = 5;

/** One row of an open sheet: its values, or what is wrong with its cells. */
export type SheetRow<C extends ReadColumns> =
  | { readonly rowNumber: number; readonly values: RowOf<C>; readonly errors?: undefined }
  | { readonly rowNumber: number; readonly errors: readonly CellError[] };

/** A sheet whose header is read; its rows are read one after the other, so that a long list takes no more memory than a short one. */
export interface OpenSheet<C extends ReadColumns> {
  readonly ignoredHeaders: readonly string[];
  /** The rows from the top, each time anew. Throws `SheetError` at a row too many. */
  rows(): AsyncGenerator<SheetRow<C>>;
  /** Notes for the person who sent the sheet; complete once the rows were read to their end. */
  notes(): readonly string[];
}

/**
 * Opens an xlsx workbook or a CSV file (UTF-8, UTF-16, GBK/GB18030) by its header, as a person sees it: the first visible sheet with the
 * columns, headers of two lines, values merged over several rows. A bad cell invalidates its row only; totals and notes below the list
 * are left out and named. Throws `SheetError` for files refused as a whole: empty, too large or too long, of another type, broken,
 * encrypted, a ZIP bomb, hidden, or without a required column. Skips empty rows.
 */
export async function openSheet<const C extends ReadColumns>(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  columns: C,
  options: Partial<SheetLimits> = {},
): Promise<OpenSheet<C>> {
  const limits = { ...DEFAULT_SHEET_LIMITS, ...options };
  const bytes = await collectBytes(source, limits.maxBytes);
  const { table, header, notes } = await findTable(await rawTables(bytes, limits), columns);
  let footers: string[] = [];
  let footerCount = 0;
  let hiddenCount = 0;
  return {
    ignoredHeaders: header.ignored,
    async *rows() {
      footers = [];
      footerCount = 0;
      hiddenCount = 0;
      let rowCount = 0;
      for await (const raw of table.rows()) {
        if (raw.rowNumber > MAX_LINES) throw new SheetError("sheet-too-many-rows", TOO_MANY_LINES);
        if (raw.rowNumber <= header.rowNumber || isBlank(raw)) continue;
        const row = readRow(raw, columns, header.positions);
        if (row.errors.some((error) => error.code === "required") && isFooter(firstText(raw))) {
          footerCount++;
          if (footers.length < FOOTERS_NAMED)
            footers.push(`第 ${raw.rowNumber} 行（${firstCharacters(firstText(raw), 20)}）`);
          continue;
        }
        rowCount++;
        if (rowCount > limits.maxRows) {
          throw new SheetError(
            "sheet-too-many-rows",
            `一次最多导入 ${limits.maxRows.toLocaleString("en-US")} 行，请拆成几个文件分别上传。`,
          );
        }
        if (raw.hidden === true) hiddenCount++;
        // The mapped type is what `readRow` fills in by construction, key by key.
        yield row.errors.length === 0
          ? { rowNumber: raw.rowNumber, values: row.values as RowOf<C> }
          : { rowNumber: raw.rowNumber, errors: row.errors };
      }
    },
    notes: () => [
      ...notes,
      ...(hiddenCount > 0 ? [`有 ${hiddenCount} 行在表里被筛选或隐藏了，也一并读取。不要导入的请删去。`] : []),
      ...(footerCount > 0
        ? [
            `${footers.join("、")}${footerCount > footers.length ? `等 ${footerCount} 行` : ""}是合计或说明，不是名单，没有读取。`,
          ]
        : []),
    ],
  };
}

/** Reads a sheet whole, as `openSheet` does row by row. */
export async function readSheet<const C extends ReadColumns>(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  columns: C,
  options: ReadSheetOptions = {},
): Promise<SheetRead<C>> {
  const maxErrors = options.maxErrors ?? 1000;
  const sheet = await openSheet(source, columns, options);
  const rows: { rowNumber: number; values: RowOf<C> }[] = [];
  const errors: CellError[] = [];
  let errorCount = 0;
  let rowCount = 0;
  for await (const row of sheet.rows()) {
    rowCount++;
    if (row.errors === undefined) {
      rows.push(row);
      continue;
    }
    errorCount += row.errors.length;
    errors.push(...row.errors.slice(0, Math.max(0, maxErrors - errors.length)));
  }
  return { rows, errors, errorCount, rowCount, ignoredHeaders: sheet.ignoredHeaders, notes: sheet.notes() };
}

/** A row that holds nothing of its own: a value merged over it from above makes no row. */
const isBlank = (raw: RawRow): boolean =>
  raw.values.every((value, at) => raw.filled?.has(at) === true || readCell(value).text === "");

const firstText = (raw: RawRow): string =>
  raw.values.map((value) => readCell(value).text).find((text) => text !== "") ?? "";

/** Words that people write into a column that has nothing to say. */
const NOTHING = /^(?:无|没有|暂无|未知|不详|空|[-—–/\\]+|n\/?a|null)$/i;

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
      const shown = firstCharacters(cell.text, SHOWN);
      const value = column.mask ? column.mask(shown) : shown;
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
      else if (column.required !== true && NOTHING.test(cell.text)) values[key] = undefined;
      else fail(parsed.code, parsed.message);
    }
  }
  return { values, errors };
}
