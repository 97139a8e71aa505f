import { readCell } from "./cell.ts";
import { findHeader, HEADER_ROWS_LOOKED_AT, type HeaderMatch, type HeaderSpec } from "./header.ts";
import type { RawRow, RawTable } from "./raw-rows.ts";
import { SheetError } from "./sheet-error.ts";

/** More sheets than this are not looked into. */
const SHEETS_LOOKED_AT = 20;

/** Sheet of our templates that lists what may be filled in; nobody expects it to be read. */
export const WORDS_SHEET = "可填的内容";

export interface FoundTable<K extends string> {
  readonly table: RawTable;
  readonly header: HeaderMatch<K>;
  /** Sheets with content that are not read, in words for the person. */
  readonly notes: readonly string[];
}

/**
 * The table that a person means: the first visible sheet with the columns. Cover sheets and empty ones before it, and others after it,
 * are named. Throws `SheetError` about the sheet that comes closest.
 */
export async function findTable<K extends string>(
  tables: readonly RawTable[],
  columns: Readonly<Record<K, HeaderSpec>>,
): Promise<FoundTable<K>> {
  const looked = tables.slice(0, SHEETS_LOOKED_AT);
  let found: { table: RawTable; header: HeaderMatch<K> } | undefined;
  let refusal: SheetError | undefined;
  const others: string[] = [];
  for (const table of looked.filter((each) => !each.hidden)) {
    const top = await topOf(table);
    const judged = judge(top, columns, table.name);
    if (found === undefined && !(judged instanceof SheetError)) {
      found = { table, header: judged };
      continue;
    }
    if (judged instanceof SheetError && (refusal === undefined || top.length > 0)) refusal ??= judged;
    if (hasContent(top) && table.name !== null && table.name !== WORDS_SHEET)
      others.push(judged instanceof SheetError ? table.name : `${table.name}（也有表头）`);
  }
  if (found === undefined) throw (await hiddenAnswer(looked, columns)) ?? refusal ?? noSheet();
  const unread = [...others, ...tables.slice(SHEETS_LOOKED_AT).map((table) => table.name ?? "")];
  const notes = unread.length === 0 ? [] : [unreadSheets(found.table.name ?? "", unread)];
  return { ...found, notes };
}

const unreadSheets = (read: string, unread: readonly string[]): string =>
  `只读取了工作表“${read}”；没有读取：${unread.map((name) => `“${name}”`).join("、")}。如也要导入，请移到同一张工作表，或另存后再上传。`;

const noSheet = (): SheetError =>
  new SheetError("sheet-empty", "文件里没有可以读取的工作表，请取消隐藏或重新选择文件。");

/** A list that stands on a hidden sheet only is not imported: nobody saw it. */
async function hiddenAnswer<K extends string>(
  tables: readonly RawTable[],
  columns: Readonly<Record<K, HeaderSpec>>,
): Promise<SheetError | undefined> {
  for (const table of tables.filter((each) => each.hidden))
    if (!(judge(await topOf(table), columns, table.name) instanceof SheetError))
      return new SheetError(
        "sheet-hidden",
        `名单在隐藏的工作表“${table.name ?? ""}”里，没有导入。请在 Excel 中取消隐藏，核对后再上传。`,
      );
  return undefined;
}

function judge<K extends string>(
  top: readonly RawRow[],
  columns: Readonly<Record<K, HeaderSpec>>,
  name: string | null,
): HeaderMatch<K> | SheetError {
  try {
    return findHeader(top, columns, name === null ? "表格" : `工作表“${name}”`);
  } catch (error) {
    if (error instanceof SheetError) return error;
    throw error;
  }
}

async function topOf(table: RawTable): Promise<RawRow[]> {
  const top: RawRow[] = [];
  for await (const row of table.rows()) if (top.push(row) > HEADER_ROWS_LOOKED_AT) break;
  return top;
}

const hasContent = (rows: readonly RawRow[]): boolean =>
  rows.some((row) => row.values.some((value) => readCell(value).text !== ""));
