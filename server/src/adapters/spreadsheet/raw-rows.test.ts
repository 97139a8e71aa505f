import { describe, expect, it } from "vitest";
import { refusal, roster } from "../../test/sample-roster.ts";
import { makeZip } from "../zip/make-zip.ts";
import { readSheet } from "./read-sheet.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEADER =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" t="inlineStr"><is><t>身份证号</t></is></c></row>';

/** A workbook of these sheets, given as the XML in them. */
function workbook(...sheets: string[]): Buffer {
  const numbers = sheets.map((_, at) => at + 1);
  return makeZip({
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${numbers.map((n) => `<sheet name="s${n}" sheetId="${n}" r:id="r${n}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${numbers.map((n) => `<Relationship Id="r${n}" Type="${OFFICE}/worksheet" Target="worksheets/s${n}.xml"/>`).join("")}</Relationships>`,
    ...Object.fromEntries(
      sheets.map((xml, at) => [`xl/worksheets/s${at + 1}.xml`, `<worksheet xmlns="${MAIN}">${xml}</worksheet>`]),
    ),
  });
}
/** Rows below the header, `count` of them, each with one cell in this column. */
const rows = (count: number, column: string) =>
  `<sheetData>${HEADER}${Array.from({ length: count }, (_, n) => `<row r="${n + 2}"><c r="${column}${n + 2}"><v>1</v></c></row>`).join("")}</sheetData>`;
const merges = (count: number, range: (row: number) => string) =>
  `<mergeCells>${Array.from({ length: count }, (_, n) => `<mergeCell ref="${range(n + 2)}"/>`).join("")}</mergeCells>`;

/** The least processor time of three readings. */
async function cost(file: Buffer): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 3; n += 1) {
    const began = process.cpuUsage().user;
    await refusal(file);
    times.push(process.cpuUsage().user - began);
  }
  return Math.max(10_000, ...times.toSorted((a, b) => a - b).slice(0, 1));
}

describe("a workbook made to cost much", () => {
  it("with a mark in the last column of row after row is refused where they become many", async () => {
    expect((await readSheet(workbook(rows(40, "XFD")), roster)).rowCount).toBe(0);
    expect((await refusal(workbook(rows(60, "XFD"))))?.code).toBe("sheet-bomb");
    expect((await refusal(workbook(rows(400, "XFD"))))?.code).toBe("sheet-bomb");
  });

  it.each<[string, (size: number) => Buffer]>([
    ["rows", (size) => workbook(rows(size, "A"))],
    ["merges over everything below", (size) => workbook(rows(size, "A") + merges(size, (row) => `A${row}:XFD1048576`))],
    ["merges of one place", (size) => workbook(rows(size, "A") + merges(size, () => "A2:IV1048576"))],
    ["sheets", (size) => workbook(...Array.from({ length: size }, () => "<sheetData/>"))],
  ])("of many %s costs in proportion to them", async (_what, file) => {
    await cost(file(100));
    // Quadratic work would grow sixty-fourfold.
    expect((await cost(file(800))) / (await cost(file(100)))).toBeLessThan(24);
  });
});
