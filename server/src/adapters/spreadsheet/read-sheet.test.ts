import { civilDate, makeCitizenId, maskCitizenId } from "@jinengtong/standards";
import { type CellValue, writeXlsx } from "hucre";
import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { li, refusal, roster, wu } from "../../test/sample-roster.ts";
import { makeZip } from "../zip/make-zip.ts";
import { readSheet } from "./read-sheet.ts";

const workbook = (rows: CellValue[][]) => writeXlsx({ sheets: [{ name: "名册", rows }] });

describe("a roster in a workbook", () => {
  it("is read under its title, with notes in the header and columns in any order", async () => {
    const read = await readSheet(
      await workbook([
        ["如皋市职业技能培训学员名册"],
        ["填表单位：", "示例学校"],
        [],
        ["序号", "公民身份号码*", "学员 姓名（必填）", "手机号", "备注", "开始日期"],
        [1, li, "李 梅", 13_862_700_001, "", new Date("2020-03-01T00:00:00Z")],
        [],
        [2, wu.toLowerCase(), "吴䶮", null, "", "2020年3月1日"],
      ]),
      roster,
    );
    expect(read.errors).toEqual([]);
    expect(read.rowCount).toBe(2);
    expect(read.ignoredHeaders).toEqual(["序号", "备注"]);
    expect(read.rows.map((row) => row.rowNumber)).toEqual([5, 7]);
    // The row's type: required columns have a value, others may have none.
    const name: string | undefined = read.rows[0]?.values.name;
    const phone: string | undefined = read.rows[1]?.values.phone;
    expect([name, phone]).toEqual(["李梅", undefined]);
    expect(read.rows[0]?.values).toMatchObject({
      citizenId: { number: li, sex: "F" },
      phone: "13862700001",
      from: "2020-03-01",
    });
    expect(read.rows[1]?.values).toMatchObject({ name: "吴䶮", from: "2020-03-01" });
  });

  it("tells each bad cell with its row and without the number", async () => {
    const wrong = `${li.slice(0, 17)}${li.endsWith("1") ? "2" : "1"}`;
    const read = await readSheet(
      await workbook([
        ["姓名", "身份证号", "手机号", "开始日期"],
        ["李梅", li, "", ""],
        ["王五", wrong, "1386270", "2020-02-30"],
        ["", 320_682_198_503_020_000, "", ""],
        ["赵六", "#N/A", "", ""],
      ]),
      roster,
    );
    expect(read.rows).toHaveLength(1);
    expect(read.rowCount).toBe(4);
    expect(read.errors.map((error) => [error.rowNumber, error.header, error.code])).toEqual([
      [3, "身份证号", "id-checksum"],
      [3, "手机号", "mobile-shape"],
      [3, "开始日期", "date-impossible"],
      [4, "姓名", "required"],
      [4, "身份证号", "digits-lost"],
      [5, "身份证号", "formula-error"],
    ]);
    expect(JSON.stringify(read.errors)).not.toContain(wrong.slice(4, 16));
    expect(read.errors[0]?.value).toBe(maskCitizenId(wrong));
  });

  it("lists only so many errors, and counts all", async () => {
    const rows = Array.from({ length: 30 }, (): CellValue[] => ["张三", "1"]);
    const read = await readSheet(await workbook([["姓名", "身份证号"], ...rows]), roster, { maxErrors: 5 });
    expect([read.errors.length, read.errorCount, read.rows.length]).toEqual([5, 30, 0]);
  });

  it("of ten thousand rows is read whole", async () => {
    const rows = Array.from({ length: 10_000 }, (_, n): CellValue[] => [
      "张三",
      makeCitizenId("320682", civilDate("1980-01-01"), (n % 999) + 1),
      `138${String(n).padStart(8, "0")}`,
    ]);
    const bytes = await workbook([["姓名", "身份证号", "手机号"], ...rows]);
    const read = await readSheet(bytes, roster);
    expect([read.rows.length, read.errorCount]).toEqual([10_000, 0]);
    expect(await refusal(bytes, { maxRows: 9_999 })).toMatchObject({ code: "sheet-too-many-rows" });
  });
});

describe("a file that is refused whole", () => {
  it.each([
    ["empty", Buffer.alloc(0), "sheet-empty"],
    ["a picture", Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), "sheet-type"],
    ["a web page", Buffer.from("<html><table>"), "sheet-old-format"],
    ["an old workbook", Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Workbook", "latin1"), "sheet-old-format"],
    ["half a workbook", Buffer.from("PK\x03\x04 and nothing more"), "sheet-broken"],
    ["no workbook inside", makeZip({ "[Content_Types].xml": "<x", "xl/workbook.xml": "<y" }), "sheet-broken"],
    ["without a required column", Buffer.from("姓名,电话\r\n李梅,1\r\n"), "sheet-columns-missing"],
    ["without any header", Buffer.from("1,2\r\n"), "sheet-columns-missing"],
    ["with a column twice", Buffer.from("姓名,学员姓名,身份证号\r\n"), "sheet-columns-repeated"],
  ])("%s", async (_, bytes, code) => {
    const error = await refusal(bytes);
    expect(error?.code).toBe(code);
    expect(error?.message).toMatch(/[\u4e00-\u9fff].*。$/);
  });

  it("names the missing columns", async () => {
    expect((await refusal(Buffer.from("手机号\r\n")))?.message).toBe(
      "表格缺少“姓名”、“身份证号”列，请对照模板补上表头。",
    );
  });

  it("for being cut off at any place, or spoiled, without crashing", async () => {
    const bytes = Buffer.from(
      await workbook([
        ["姓名", "身份证号"],
        ["李梅", li],
      ]),
    );
    for (let length = 4; length < bytes.length; length += 97) {
      expect((await refusal(bytes.subarray(0, length)))?.code).toMatch(/^sheet-(?:broken|type)$/);
    }
    for (let at = 40; at < bytes.length; at += 131) {
      const spoiled = Buffer.from(bytes);
      spoiled[at] = (spoiled[at] ?? 0) ^ 0xff;
      const error = await refusal(spoiled);
      expect(error?.code ?? "read").toMatch(/^(?:sheet-|read)/);
    }
  });

  it("for swelling when unpacked, also when it lies about that", async () => {
    const sheet = "<sheetData>" + " ".repeat(30 << 20);
    const packed = deflateRawSync(Buffer.from(sheet)).toString("latin1");
    const parts = { "[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>" };
    const honest = makeZip(
      { ...parts, "xl/worksheets/sheet1.xml": packed },
      { "xl/worksheets/sheet1.xml": sheet.length },
    );
    expect((await refusal(honest))?.code).toBe("sheet-bomb");
    const hiding = makeZip({ ...parts, "xl/worksheets/sheet1.xml": packed }, { "xl/worksheets/sheet1.xml": 0 });
    expect((await refusal(hiding))?.code).toBe("sheet-bomb");
  });
});
