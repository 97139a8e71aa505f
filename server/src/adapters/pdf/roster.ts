import type { Content, TableCell } from "pdfmake/interfaces.js";
import { INK, pageFooter, renderPdf, text } from "./render.ts";

export interface RosterColumn {
  readonly header: string;
  /** Relative width of the column; default 1. A masked identity number needs about 2. */
  readonly share?: number;
  readonly align?: "left" | "center" | "right";
}

export interface RosterContent {
  readonly title: string;
  /** Lines under the title: class, dates, institution … */
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** A paragraph before the table, and paragraphs after it: a notice says what it is for and whom to turn to. */
  readonly opening?: string;
  readonly closing?: readonly string[];
  /** At the end, on the right: who puts the paper up, and the day. */
  readonly issued?: readonly string[];
  /** Adds a column of row numbers in front. */
  readonly columns: readonly RosterColumn[];
  /** As many texts to a row as there are columns. Mask personal data before. */
  readonly rows: readonly (readonly string[])[];
  /** Ends each row with an empty box to sign in. */
  readonly signed: boolean;
  /** The last row, for example 合计. As many texts as columns. */
  readonly total?: readonly string[];
  /** Signatures below the table: 班主任, 机构负责人 … */
  readonly signers: readonly string[];
  readonly footer: string;
  readonly landscape?: boolean;
}

/** Limit of rows: a class has some dozens of people and a payment list some hundreds; rendering more would block other requests. */
export const ROSTER_ROW_LIMIT = 1_000;

/**
 * A list of people for printing and signing (花名册、签到表、发放表), its header repeated on each page. Throws `RangeError`
 * beyond `ROSTER_ROW_LIMIT` rows: longer lists are spreadsheets.
 */
export async function rosterPdf(roster: RosterContent): Promise<Buffer> {
  if (roster.rows.length > ROSTER_ROW_LIMIT) {
    throw new RangeError(`A printed roster has at most ${ROSTER_ROW_LIMIT} rows.`);
  }
  return renderPdf(
    {
      pageOrientation: roster.landscape === true ? "landscape" : "portrait",
      pageMargins: [SIDE_MARGIN, 36, SIDE_MARGIN, 44],
      content: [
        text(roster.title, {
          fontSize: 18,
          bold: true,
          alignment: "center",
          characterSpacing: 1.5,
          margin: [0, 0, 0, 8],
        }),
        facts(roster.facts),
        ...(roster.opening === undefined ? [] : [text(roster.opening, { fontSize: 11, margin: [0, 0, 0, 8] })]),
        table(roster),
        ...(roster.closing ?? []).map((line) => text(line, { fontSize: 11, margin: [0, 8, 0, 0] })),
        ...(roster.issued === undefined ? [] : [issued(roster.issued)]),
        ...(roster.signers.length === 0 ? [] : [signatures(roster.signers)]),
      ],
      footer: pageFooter(roster.footer),
    },
    roster.title,
  );
}

function facts(pairs: RosterContent["facts"]): Content {
  return {
    text: pairs.flatMap(([label, value], at) => [
      { text: `${at === 0 ? "" : "　　"}${label} `, color: INK.soft },
      text(value),
    ]),
    margin: [0, 0, 0, 8],
  };
}

const SIDE_MARGIN = 36;
const CELL_PADDING = 4;
const NUMBER_WIDTH = 22;
const SIGNATURE_WIDTH = 84;

/** In points. Widths are computed here: the library lets a table overflow the page. */
function columnWidths(roster: RosterContent): number[] {
  const page = roster.landscape === true ? 841.89 : 595.28;
  const count = roster.columns.length + (roster.signed ? 2 : 1);
  const fixed = NUMBER_WIDTH + (roster.signed ? SIGNATURE_WIDTH : 0);
  const free = page - SIDE_MARGIN * 2 - fixed - count * (CELL_PADDING * 2 + 1);
  const shares = roster.columns.map((column) => column.share ?? 1);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return [NUMBER_WIDTH, ...shares.map((share) => (free * share) / whole), ...(roster.signed ? [SIGNATURE_WIDTH] : [])];
}

function headerCell(label: string): TableCell {
  return { text: label, bold: true, alignment: "center", fillColor: INK.paper };
}

function table(roster: RosterContent): Content {
  const line = (first: string, cells: readonly string[], bold: boolean): TableCell[] => [
    { text: first, alignment: "center", color: INK.soft },
    ...roster.columns.map((column, at) => text(cells[at] ?? "", { alignment: column.align ?? "left", bold })),
    ...(roster.signed ? [""] : []),
  ];
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columnWidths(roster),
      // 26 points, with the padding, are 9 mm: enough to sign between the lines.
      heights: (row: number) => (row > 0 && roster.signed ? 18 : 13),
      body: [
        [
          headerCell("序"),
          ...roster.columns.map((column) => headerCell(column.header)),
          ...(roster.signed ? [headerCell("本人签名")] : []),
        ],
        ...roster.rows.map((cells, at) => line(String(at + 1), cells, false)),
        ...(roster.total === undefined ? [] : [line("", roster.total, true)]),
      ],
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      hLineColor: () => INK.line,
      vLineColor: () => INK.line,
      paddingTop: () => 4,
      paddingBottom: () => 4,
      paddingLeft: () => CELL_PADDING,
      paddingRight: () => CELL_PADDING,
    },
  };
}

function issued(lines: readonly string[]): Content {
  return {
    unbreakable: true,
    alignment: "right",
    fontSize: 11,
    margin: [0, 24, 0, 0],
    stack: lines.map((line) => text(line, { margin: [0, 0, 0, 4] })),
  };
}

/** Kept on one page: a signature on a page of its own proves nothing. */
function signatures(signers: readonly string[]): Content {
  return {
    unbreakable: true,
    margin: [0, 18, 0, 0],
    columns: signers.map((signer): Content => text(`${signer}（签名）：`)),
    columnGap: 12,
  };
}
