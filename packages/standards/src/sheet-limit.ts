/** The size of a spreadsheet that any door takes, in bytes; pages say it and the server enforces it. */
export const SHEET_MAX_BYTES = 10 * 2 ** 20;
