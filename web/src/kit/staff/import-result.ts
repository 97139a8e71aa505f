/** One thing found in a row of an imported sheet; personal data in `value` is masked. */
export interface ImportFinding {
  /** Row of the sheet, as the spreadsheet counts. */
  rowNumber: number;
  column: string;
  value: string;
  sentence: string;
}

/** Server's findings in a sheet, before or after its good rows are stored. */
export interface ImportResult {
  rows: number;
  /** Rows with an error; `errors` may hold the first ones only. */
  errorRows: number;
  errors: readonly ImportFinding[];
  warnings: readonly ImportFinding[];
  /** Columns of the file that no import reads. */
  unreadColumns: readonly string[];
  /** Sheets and lines that were not read, hidden rows that were: sentences. */
  notes: readonly string[];
}
