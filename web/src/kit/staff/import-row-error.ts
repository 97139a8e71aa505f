/** A row of an imported sheet that was refused, with the reason. */
export interface ImportRowError {
  /** Row of the sheet, as the spreadsheet counts. */
  row: number;
  column: string;
  value: string;
  message: string;
}
