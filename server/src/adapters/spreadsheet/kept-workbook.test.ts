import { accept } from "@jinengtong/standards";
import { type CellValue, type MergeRange, type WriteSheet, writeXlsx } from "hucre";
import { describe, expect, it } from "vitest";
import { li, refusal, roster, wu } from "../../test/sample-roster.ts";
import { WORDS_SHEET } from "./find-table.ts";
import { readSheet } from "./read-sheet.ts";

const workbook = (rows: CellValue[][]) => writeXlsx({ sheets: [{ name: "名册", rows }] });

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
