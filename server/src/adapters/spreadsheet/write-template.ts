import { type CellValue, type DataValidation, writeXlsx } from "hucre";
import { WORDS_SHEET } from "./find-table.ts";
import type { HeaderSpec } from "./header.ts";

/** A column of a template: its heading, and help for filling it in. */
export interface TemplateColumn extends HeaderSpec {
  /** Words to choose from: a drop-down in each row, and a list on a sheet of its own. */
  readonly words?: readonly string[];
  /** How to fill it in, shown where the cell is entered. */
  readonly hint?: string;
  readonly width?: number;
}

/** Rows of a template that have drop-downs and are text. */
const ROWS = 500;

/**
 * An empty workbook to fill in: the headings (required ones with `*`), cells that are text so that long numbers keep their digits,
 * drop-downs of the words that are read, and a second sheet that lists those words and hints. `rows` are filled in already.
 */
export async function writeTemplate(
  title: string,
  columns: readonly TemplateColumn[],
  rows: readonly (readonly (string | number | null)[])[] = [],
): Promise<Uint8Array> {
  const shown = columns.map((column) => `${column.header}${column.required === true ? "*" : ""}`);
  const blank = columns.map((): CellValue => null);
  const words: CellValue[][] = [columns.map((column) => column.header), columns.map((column) => column.hint ?? "")];
  const longest = Math.max(0, ...columns.map((column) => column.words?.length ?? 0));
  for (let at = 0; at < longest; at++) words.push(columns.map((column) => column.words?.[at] ?? null));
  const body = Array.from({ length: Math.max(ROWS, rows.length) }, (_, at) =>
    rows[at] === undefined ? blank : columns.map((_column, place): CellValue => rows[at]?.[place] ?? null),
  );
  const widths = columns.map((column) => ({ width: column.width ?? 16, numFmt: "@" }));
  return writeXlsx({
    sheets: [
      {
        name: title.slice(0, 31),
        columns: widths,
        rows: [shown, ...body],
        dataValidations: columns.flatMap((column, at) => validationOf(column, letterOf(at), body.length + 1)),
        freezePane: { rows: 1 },
      },
      { name: WORDS_SHEET, columns: widths.map(({ width }) => ({ width: Math.max(width, 20) })), rows: words },
    ],
  });
}

function validationOf(column: TemplateColumn, letter: string, lastRow: number): DataValidation[] {
  const words = column.words ?? [];
  if (words.length === 0 && column.hint === undefined) return [];
  const prompt = column.hint === undefined ? {} : { showInputMessage: true, inputMessage: column.hint.slice(0, 250) };
  const range = `${letter}2:${letter}${lastRow}`;
  if (words.length === 0) return [{ type: "custom", formula1: "TRUE", allowBlank: true, range, ...prompt }];
  return [
    {
      type: "list",
      formula1: `'${WORDS_SHEET}'!$${letter}$3:$${letter}$${words.length + 2}`,
      allowBlank: true,
      // Other usual words are read too, so a word that isn't in the list is only asked about.
      errorStyle: "warning",
      showErrorMessage: true,
      errorTitle: column.header,
      errorMessage: "这个内容不在下拉列表里，导入时可能读不出来。",
      range,
      ...prompt,
    },
  ];
}

/** 0 → `A`; our templates have fewer than 26 columns. */
const letterOf = (at: number): string => String.fromCharCode(65 + at);
