import { describe, expect, it } from "vitest";
import { li, refusal, roster, wu } from "../../test/sample-roster.ts";
import { readSheet } from "./read-sheet.ts";

async function* pieces(text: string) {
  for (const byte of Buffer.from(text)) yield Buffer.from([byte]);
}

describe("a roster in a CSV file", () => {
  const text = `姓名,身份证号,手机号\r\n李梅,${li},13862700001\r\n"阿卜杜·热依木","\t${wu}",'+8613862700002\r\n`;
  // A file as Excel saves it on an office computer in China: 姓名,身份证号 in GBK.
  const gbkHeader = Buffer.from("d0d5c3fb2cc9edb7ddd6a4bac5", "hex");
  const gbk = Buffer.concat([
    gbkHeader,
    Buffer.from("\r\n"),
    Buffer.from("c0eec3b7", "hex"),
    Buffer.from(`,${li}\r\n`),
  ]);

  it.each([
    ["UTF-8", Buffer.from(text), 2],
    ["UTF-8 with its mark", Buffer.from(`\ufeff${text}`), 2],
    ["UTF-16", Buffer.from(`\ufeff${text}`, "utf16le"), 2],
    ["tabs for commas", Buffer.from(text.replaceAll("\t", "").replaceAll(",", "\t")), 2],
    ["GBK", gbk, 1],
  ])("in %s is read", async (_, bytes, count) => {
    const read = await readSheet(bytes, roster);
    expect(read.errors).toEqual([]);
    expect(read.rows).toHaveLength(count);
    expect(read.rows[0]?.values).toMatchObject({ name: "李梅", citizenId: { number: li } });
  });

  it("arrives in pieces, and is stopped when it is too large", async () => {
    expect((await readSheet(pieces(text), roster)).rows).toHaveLength(2);
    await expect(readSheet(pieces(text), roster, { maxBytes: 20 })).rejects.toMatchObject({ code: "sheet-too-large" });
  });

  it("tells an identity number that a spreadsheet cut to 3.2E+17", async () => {
    const read = await readSheet(Buffer.from("姓名,身份证号\r\n李梅,3.20682E+17\r\n"), roster);
    expect(read.errors[0]).toMatchObject({ rowNumber: 2, code: "digits-lost" });
  });
});

const one = (cells: string) => Buffer.from(`姓名,身份证号,手机号\r\n${cells}\r\n`);

describe("a CSV file of a careful or a careless program", () => {
  it.each([
    ["formulas round its numbers", one(`李梅,="${li}","=""13862700001"""`)],
    ["apostrophes before them", one(`李梅,'${li},’13862700001`)],
    ["a unit separator before them", one(`李梅,\u001F${li},\u001F13862700001`)],
    ["a vertical tab in a name", one(`李\u000B梅,${li},13862700001`)],
  ])("with %s is read", async (_, bytes) => {
    const read = await readSheet(bytes, roster);
    expect(read.errors).toEqual([]);
    expect(read.rows).toMatchObject([{ values: { name: "李梅", citizenId: { number: li }, phone: "13862700001" } }]);
  });

  it.each<[string, Buffer]>([
    [
      "UTF-8",
      Buffer.concat([one(`李梅,${li},`), Buffer.from("王"), Buffer.from([0xe4, 0xbc]), Buffer.from(`,${wu},\r\n`)]),
    ],
    [
      "GBK",
      Buffer.concat([
        Buffer.from("d0d5c3fb2cc9edb7ddd6a4bac50d0a", "hex"),
        Buffer.from("c0eec3b7", "hex"),
        Buffer.from(`,${li}\r\n`),
        Buffer.from("cdf5ff", "hex"),
        Buffer.from(`,${wu}\r\n`),
      ]),
    ],
  ])("with a broken character in %s names its row and reads the others", async (_, bytes) => {
    const read = await readSheet(bytes, roster);
    expect(read.rows).toMatchObject([{ values: { name: "李梅" } }]);
    expect(read.errors).toMatchObject([{ rowNumber: 3, code: "characters-broken" }]);
  });

  it.each([
    ["SpreadsheetML", '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'],
    ["a web page", "<html><table><tr><td>姓名</td></tr></table></html>"],
  ])("that is %s under the name .xls is told to be saved anew", async (_, content) => {
    const error = await refusal(Buffer.from(content));
    expect([error?.code, error?.message]).toEqual(["sheet-old-format", expect.stringContaining("另存为 .xlsx")]);
  });

  it.each([
    ["a quote that is never closed", `王伟,"${wu},\r\n${"x".repeat(200_000)}`],
    ["nothing but separators", ",".repeat(200_000)],
  ])("with %s names the row instead of reading on", async (_, cells) => {
    const error = await refusal(one(`李梅,${li},\r\n${cells}`));
    expect([error?.code, error?.message]).toEqual(["sheet-row-endless", expect.stringContaining("第 3 行")]);
  });

  it("with long texts in quotes, doubled ones and line ends among them, is read", async () => {
    const long = `"${`他说""好""，\r\n`.repeat(5_000)}"`;
    const read = await readSheet(one(`李梅,${li},13862700001,${long}`), roster);
    expect(read.rows).toHaveLength(1);
  });

  it("shows the beginning of a refused cell, whole characters only", async () => {
    const read = await readSheet(one(`${"x".repeat(99)}${"😀".repeat(500)},${li},`), roster);
    expect(read.errors[0]?.value.isWellFormed()).toBe(true);
    expect(Number(read.errors[0]?.value.length)).toBeLessThan(200);
  });

  it("of more lines than a spreadsheet has is refused", async () => {
    expect(await refusal(one(`李梅,${li},${"\n".repeat(1_048_577)}`))).toMatchObject({ code: "sheet-too-many-rows" });
  });
});
