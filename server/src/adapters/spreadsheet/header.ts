import { halfWidth } from "@jinengtong/standards";
import { readCell } from "./cell.ts";
import type { RawRow } from "./raw-rows.ts";
import { SheetError } from "./sheet-error.ts";

export interface HeaderSpec {
  /** The column's name as our template prints it. */
  readonly header: string;
  /** Other names under which people send it. */
  readonly aliases?: readonly string[];
  readonly required?: boolean;
}

export interface HeaderMatch<K extends string> {
  readonly rowNumber: number;
  /** Position of each found column, from 0. */
  readonly positions: ReadonlyMap<K, number>;
  /** Headers of the file that match no column. */
  readonly ignored: readonly string[];
}

/** Titles, units and filling-in notes may stand above the header. */
const ROWS_LOOKED_AT = 15;

/**
 * Finds the header: the first of the top rows that names every required column. Ignores notes such as `*`, `（必填）`, blanks and
 * full-width forms. Throws `SheetError` naming the missing columns of the closest row.
 */
export function findHeader<K extends string>(
  rows: readonly RawRow[],
  columns: Readonly<Record<K, HeaderSpec>>,
): HeaderMatch<K> {
  const specs = Object.entries(columns) as [K, HeaderSpec][];
  let nearest: HeaderMatch<K> | undefined;
  for (const row of rows.slice(0, ROWS_LOOKED_AT)) {
    const match = matchRow(row, specs);
    if (missingOf(match, specs).length === 0 && match.positions.size > 0) return match;
    if (match.positions.size > (nearest?.positions.size ?? 0)) nearest = match;
  }
  const missing =
    nearest === undefined
      ? specs.filter(([, spec]) => spec.required === true).map(([, spec]) => spec.header)
      : missingOf(nearest, specs);
  throw new SheetError(
    "sheet-columns-missing",
    `表格缺少${missing.map((header) => `“${header}”`).join("、")}列，请对照模板补上表头。`,
  );
}

export const HEADER_ROWS_LOOKED_AT = ROWS_LOOKED_AT;

function matchRow<K extends string>(row: RawRow, specs: readonly [K, HeaderSpec][]): HeaderMatch<K> {
  const positions = new Map<K, number>();
  const ignored: string[] = [];
  for (const [position, value] of row.values.entries()) {
    const { text } = readCell(value);
    if (text === "") continue;
    const found = specs.find(([, spec]) => names(spec, text));
    if (found === undefined) {
      ignored.push(text);
      continue;
    }
    if (positions.has(found[0])) {
      throw new SheetError("sheet-columns-repeated", `“${found[1].header}”列出现了两次，请删去一列。`);
    }
    positions.set(found[0], position);
  }
  return { rowNumber: row.rowNumber, positions, ignored };
}

function names(spec: HeaderSpec, text: string): boolean {
  const wanted = [spec.header, ...(spec.aliases ?? [])].map(plain);
  return wanted.includes(plain(text)) || wanted.includes(plain(withoutNotes(text)));
}

function plain(text: string): string {
  return halfWidth(text)
    .replace(/[\s*:]/g, "")
    .toLowerCase();
}

function withoutNotes(text: string): string {
  return text.replace(/[（(【[][^）)】\]]*[）)】\]]/g, "");
}

function missingOf<K extends string>(match: HeaderMatch<K>, specs: readonly [K, HeaderSpec][]): string[] {
  return specs
    .filter(([key, spec]) => spec.required === true && !match.positions.has(key))
    .map(([, spec]) => spec.header);
}
