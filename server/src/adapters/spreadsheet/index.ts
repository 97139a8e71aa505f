/** Reads and writes spreadsheets. Only this folder knows the library. */
export type { HeaderSpec } from "./header.ts";
export { DEFAULT_SHEET_LIMITS, type SheetLimits } from "./raw-rows.ts";
export {
  type CellError,
  type OpenSheet,
  openSheet,
  type ReadColumn,
  type ReadColumns,
  readSheet,
  type ReadSheetOptions,
  type RowOf,
  type SheetRead,
  type SheetRow,
} from "./read-sheet.ts";
export { markSheet, type RowMark } from "./mark-sheet.ts";
export { type TemplateColumn, writeTemplate } from "./write-template.ts";
export { SheetError, type SheetErrorCode } from "./sheet-error.ts";
export { SHEET_MEDIA_TYPES, type WriteColumn, writeSheet, type WriteSheetOptions } from "./write-sheet.ts";
