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
  /** The header's last row: those below hold data. */
  readonly rowNumber: number;
  /** Position of each found column, from 0. */
  readonly positions: ReadonlyMap<K, number>;
  /** Headers of the file that match no column. */
  readonly ignored: readonly string[];
}

/** The last column of a sheet that was given back with its faults; nobody expects it to be read. */
export const MARK_HEADER = "错误说明";

/** Titles, units and filling-in notes may stand above the header. */
export const HEADER_ROWS_LOOKED_AT = 15;

type Specs<K extends string> = readonly (readonly [K, HeaderSpec])[];

/**
 * Finds the header: the first of the top rows that names every required column, by itself or with the row below, as where a merged
 * heading stands over two others. Ignores notes such as `*`, `（必填）`, blanks and full-width forms. Throws `SheetError` naming the
 * missing columns of the closest row; `where` is the sheet in words.
 */
export function findHeader<K extends string>(
  rows: readonly RawRow[],
  columns: Readonly<Record<K, HeaderSpec>>,
  where = "表格",
): HeaderMatch<K> {
  const specs = Object.entries(columns) as [K, HeaderSpec][];
  const looked = rows.slice(0, HEADER_ROWS_LOOKED_AT);
  let nearest: HeaderMatch<K> | undefined;
  for (const [at, row] of looked.entries()) {
    const below = looked[at + 1];
    const alone = matchTexts(row.rowNumber, textsOf(row), specs);
    if (isComplete(alone, specs))
      return below !== undefined && continuesHeader(row, below, alone, specs) ? both(row, below, specs) : alone;
    if (below !== undefined && !isComplete(matchTexts(below.rowNumber, textsOf(below), specs), specs)) {
      const together = both(row, below, specs);
      if (isComplete(together, specs)) return together;
    }
    if (alone.positions.size > (nearest?.positions.size ?? 0)) nearest = alone;
  }
  const missing =
    nearest === undefined
      ? specs.filter(([, spec]) => spec.required === true).map(([, spec]) => spec.header)
      : missingOf(nearest, specs);
  throw new SheetError(
    "sheet-columns-missing",
    `${where}缺少${missing.map((header) => `“${header}”`).join("、")}列，请对照模板补上表头。`,
  );
}

const textsOf = (row: RawRow): string[] => row.values.map((value) => readCell(value).text);

/** A row of headings under a merged heading: it leaves the required columns empty, and names others. */
function continuesHeader<K extends string>(
  row: RawRow,
  below: RawRow,
  match: HeaderMatch<K>,
  specs: Specs<K>,
): boolean {
  const texts = textsOf(below).map((text, at) => (below.filled?.has(at) === true ? "" : text));
  const leavesRequired = specs.every(([key, spec]) => {
    const at = match.positions.get(key);
    return spec.required !== true || at === undefined || (texts[at] ?? "") === "";
  });
  if (!leavesRequired) return false;
  return texts.some((text) => text !== "" && (row.grouped === true || specs.some(([, spec]) => names(spec, text))));
}

/** The header of two rows: the lower heading of each column, or the upper where there is none. */
function both<K extends string>(row: RawRow, below: RawRow, specs: Specs<K>): HeaderMatch<K> {
  const upper = textsOf(row);
  const lower = textsOf(below);
  const texts = Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => lower[at] || (upper[at] ?? ""));
  return matchTexts(below.rowNumber, texts, specs);
}

function matchTexts<K extends string>(rowNumber: number, texts: readonly string[], specs: Specs<K>): HeaderMatch<K> {
  const positions = new Map<K, number>();
  const ignored: string[] = [];
  for (const [position, text] of texts.entries()) {
    if (text === "" || text === MARK_HEADER) continue;
    const found = specs.find(([, spec]) => names(spec, text));
    if (found === undefined) {
      ignored.push(text);
      continue;
    }
    const [key, spec] = found;
    const before = positions.get(key);
    if (before !== undefined) {
      const earlier = texts[before] ?? "";
      if (spec.required === true || plain(earlier) === plain(text))
        throw new SheetError("sheet-columns-repeated", `“${spec.header}”列出现了两次，请删去一列。`);
      // Of two optional columns that mean the same (手机号, 联系电话) the one under the template's name counts.
      const better = plain(text) === plain(spec.header);
      ignored.push(better ? earlier : text);
      if (!better) continue;
    }
    positions.set(key, position);
  }
  return { rowNumber, positions, ignored };
}

function names(spec: HeaderSpec, text: string): boolean {
  const wanted = [spec.header, ...(spec.aliases ?? [])].map(plain);
  return wanted.includes(plain(text)) || wanted.includes(plain(withoutNotes(text)));
}

function plain(text: string): string {
  return halfWidth(text)
    .replace(/[\s*:]|\p{Cf}/gu, "")
    .toLowerCase();
}

function withoutNotes(text: string): string {
  return text.replace(/[（(【[][^）)】\]]*[）)】\]]/g, "");
}

const isComplete = <K extends string>(match: HeaderMatch<K>, specs: Specs<K>): boolean =>
  match.positions.size > 0 && missingOf(match, specs).length === 0;

function missingOf<K extends string>(match: HeaderMatch<K>, specs: Specs<K>): string[] {
  return specs
    .filter(([key, spec]) => spec.required === true && !match.positions.has(key))
    .map(([, spec]) => spec.header);
}
