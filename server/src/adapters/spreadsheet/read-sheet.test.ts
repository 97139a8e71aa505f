import { deflateRawSync } from "node:zlib";
import {
  accept,
  civilDate,
  makeCitizenId,
  maskCitizenId,
  maskMobile,
  parseCitizenId,
  parseMobile,
  parsePersonName,
  parseWrittenDate,
} from "@jinengtong/standards";
import { type CellValue, type MergeRange, type WriteSheet, writeXlsx } from "hucre";
import { describe, expect, it } from "vitest";
import { makeZip } from "../zip/make-zip.ts";
import { WORDS_SHEET } from "./find-table.ts";
import { readSheet, type ReadSheetOptions } from "./read-sheet.ts";
import { SheetError } from "./sheet-error.ts";

const roster = {
  name: { header: "姓名", aliases: ["学员姓名"], required: true, parse: parsePersonName },
  citizenId: {
    header: "身份证号",
    aliases: ["公民身份号码", "身份证号码"],
    required: true,
    parse: (text: string) => parseCitizenId(text, { on: civilDate("2020-06-01") }),
    mask: maskCitizenId,
  },
  phone: { header: "手机号", parse: parseMobile, mask: maskMobile },
  from: { header: "开始日期", parse: parseWrittenDate },
} as const;

const li = makeCitizenId("320682", civilDate("1985-03-02"), 2);
const wu = makeCitizenId("320682", civilDate("1990-11-20"), 17);

const workbook = (rows: CellValue[][]) => writeXlsx({ sheets: [{ name: "名册", rows }] });

async function* pieces(text: string) {
  for (const byte of Buffer.from(text)) yield Buffer.from([byte]);
}

async function refusal(source: Uint8Array | Promise<Uint8Array>, options?: ReadSheetOptions) {
  try {
    await readSheet(await source, roster, options);
    return undefined;
  } catch (error) {
    if (error instanceof SheetError) return error;
    throw error;
  }
}

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

const namesIn = async (sheets: WriteSheet[]) => {
  const read = await readSheet(await writeXlsx({ sheets }), roster);
  return { names: read.rows.map((row) => row.values.name), notes: read.notes.join("") };
};

describe("a workbook as people keep it", () => {
  const header = ["姓名", "身份证号", "手机号"];
  const people: CellValue[][] = [header, ["李梅", li, "13862700001"]];
  const last: CellValue[][] = [header, ["王伟", wu, ""]];
  const cover: CellValue[][] = [["填表说明"], ["请逐行填写"]];

  it.each<[string, WriteSheet[], string[], RegExp]>([
    [
      "hides last year's sheet",
      [
        { name: "去年", rows: last, hidden: true },
        { name: "今年", rows: people },
      ],
      ["李梅"],
      /^$/,
    ],
    [
      "has a second sheet",
      [
        { name: "一班", rows: people },
        { name: "二班", rows: last },
      ],
      ["李梅"],
      /没有读取：“二班（也有表头）”/,
    ],
    [
      "begins with a cover",
      [
        { name: "说明", rows: cover },
        { name: "名册", rows: people },
      ],
      ["李梅"],
      /没有读取：“说明”/,
    ],
    [
      "begins with an empty sheet",
      [
        { name: "Sheet1", rows: [] },
        { name: "名册", rows: people },
      ],
      ["李梅"],
      /^$/,
    ],
    [
      "has a filtered row",
      [{ name: "名册", rows: [...people, ["王伟", wu, ""]], rowDefs: new Map([[2, { hidden: true }]]) }],
      ["李梅", "王伟"],
      /有 1 行在表里被筛选或隐藏/,
    ],
    [
      "is our template with its words",
      [
        { name: "名册", rows: people },
        { name: WORDS_SHEET, rows: cover },
      ],
      ["李梅"],
      /^$/,
    ],
  ])("%s", async (_, sheets, names, note) => {
    const read = await namesIn(sheets);
    expect(read.names).toEqual(names);
    expect(read.notes).toMatch(note);
  });

  it.each<[string, WriteSheet[], string, RegExp]>([
    [
      "whose list is hidden",
      [
        { name: "封面", rows: cover },
        { name: "名册", rows: people, hidden: true },
      ],
      "sheet-hidden",
      /隐藏的工作表“名册”/,
    ],
    [
      "without the columns names the sheet looked at",
      [{ name: "一月", rows: [["姓名", "住址"]] }],
      "sheet-columns-missing",
      /工作表“一月”缺少“身份证号”/,
    ],
  ])("%s", async (_, sheets, code, message) => {
    const error = await refusal(writeXlsx({ sheets }));
    expect(error?.code).toBe(code);
    expect(error?.message).toMatch(message);
  });

  it("counts a merged value in every row that it stands for", async () => {
    const columns = { ...roster, classNumber: { header: "班级编号", parse: (text: string) => accept(text) } } as const;
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "名册",
          rows: [
            ["班级编号", "姓名", "身份证号"],
            ["KB066", "李梅", li],
            [null, "王伟", wu],
            [null, null, null],
            ["KB086", "张三", li],
          ],
          merges: [{ startRow: 1, startCol: 0, endRow: 3, endCol: 0 }],
        },
      ],
    });
    const read = await readSheet(bytes, columns);
    expect(read.rows.map(({ values }) => [values.name, values.classNumber])).toEqual([
      ["李梅", "KB066"],
      ["王伟", "KB066"],
      ["张三", "KB086"],
    ]);
    expect(read.rowCount).toBe(3);
  });

  it.each<[string, CellValue[][], MergeRange[]]>([
    [
      "with merged headings over others",
      [
        ["名册"],
        ["姓名", "身份证号", "联系方式", null],
        [null, null, "手机号", "住址"],
        ["李梅", li, "13862700001", "东陈镇"],
      ],
      [
        { startRow: 1, startCol: 2, endRow: 1, endCol: 3 },
        { startRow: 1, startCol: 0, endRow: 2, endCol: 0 },
        { startRow: 1, startCol: 1, endRow: 2, endCol: 1 },
      ],
    ],
    [
      "not merged at all",
      [
        ["姓名", "身份证号", "联系方式", null],
        [null, null, "手机号", "住址"],
        ["李梅", li, "13862700001", ""],
      ],
      [],
    ],
    [
      "with a required column below",
      [
        ["姓名", "证件", null, "手机号"],
        [null, "类型", "身份证号", null],
        ["李梅", "身份证", li, "13862700001"],
      ],
      [],
    ],
  ])("reads a header of two lines, %s", async (_, rows, merges) => {
    const read = await readSheet(await writeXlsx({ sheets: [{ name: "名册", rows, merges }] }), roster);
    expect(read.errors).toEqual([]);
    expect(read.rows).toMatchObject([{ values: { name: "李梅", citizenId: { number: li }, phone: "13862700001" } }]);
  });

  it("leaves out totals and notes, says so, and eats no row", async () => {
    const bytes = await workbook([
      header,
      ["李梅", li, ""],
      ["合计", "", "1 人"],
      ["备注：以上人员均已核对", "", ""],
      ["填表人：王芳", "", "日期：2020-03-01"],
      ["", li, ""],
    ]);
    const read = await readSheet(bytes, roster);
    expect([read.rows.length, read.rowCount]).toEqual([1, 2]);
    expect(read.errors.map((error) => [error.rowNumber, error.code])).toEqual([[6, "required"]]);
    expect(read.notes.join("")).toMatch(/第 3 行（合计）、第 4 行.*第 5 行/);
  });

  it("takes “none” in a column that may be empty for empty", async () => {
    const read = await readSheet(await workbook([header, ["李梅", li, "无"], ["王伟", wu, "—"]]), roster);
    expect([read.rows.map((row) => row.values.phone), read.errors]).toEqual([[undefined, undefined], []]);
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
});
