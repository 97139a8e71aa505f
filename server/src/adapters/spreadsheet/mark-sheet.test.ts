import { buffer } from "node:stream/consumers";
import { accept } from "@jinengtong/standards";
import { type CellValue, readXlsx, writeXlsx } from "hucre";
import { describe, expect, it } from "vitest";
import { markSheet } from "./mark-sheet.ts";
import { readSheet } from "./read-sheet.ts";
import { writeTemplate } from "./write-template.ts";

const text = (header: string, required = true) => ({ header, required, parse: (cell: string) => accept(cell) });
const columns = { name: text("姓名"), number: text("身份证号"), why: text("错误说明", false) };
const list: CellValue[][] = [
  ["名册"],
  [],
  ["姓名", "身份证号", "手机号"],
  ["李梅", "320682198503020021", 13_862_700_001],
  ["王伟", "12"],
];

describe("a sheet given back with its faults", () => {
  it("is the person's own, row by row, with a last column, and can be sent and marked again", async () => {
    const given = await writeXlsx({ sheets: [{ name: "一班", rows: list }] });
    const { why: _, ...read } = columns;
    const marked = await buffer(await markSheet(given, read, [{ rowNumber: 5, sentence: "身份证号：应为 18 位。" }]));
    const [sheet] = (await readXlsx(marked)).sheets;
    expect(sheet?.name).toBe("一班");
    expect(sheet?.rows.slice(2)).toEqual([
      ["姓名", "身份证号", "手机号", "错误说明"],
      ["李梅", "320682198503020021", 13_862_700_001, null],
      ["王伟", "12", null, "身份证号：应为 18 位。"],
    ]);
    const again = await readSheet(marked, read);
    expect([again.rowCount, again.ignoredHeaders]).toEqual([2, ["手机号"]]);
    const twice = await buffer(await markSheet(marked, read, []));
    expect((await readXlsx(twice)).sheets[0]?.rows[4]?.filter(Boolean)).toEqual(["王伟", "12"]);
  });

  it("may come from a CSV file", async () => {
    const marked = await buffer(
      await markSheet(Buffer.from("姓名,身份证号\r\n王伟,12\r\n"), columns, [{ rowNumber: 2, sentence: "错" }]),
    );
    expect((await readXlsx(marked)).sheets[0]?.rows).toEqual([
      ["姓名", "身份证号", "错误说明"],
      ["王伟", "12", "错"],
    ]);
  });
});

describe("a template", () => {
  it("has drop-downs of the words that are read, lists them, and reads as an empty list", async () => {
    const bytes = await writeTemplate("名册", [
      { header: "姓名", required: true },
      { header: "人员类别", words: ["登记失业人员", "残疾人"], hint: "可留空" },
    ]);
    const [sheet, words] = (await readXlsx(bytes)).sheets;
    expect(sheet?.rows[0]).toEqual(["姓名*", "人员类别"]);
    expect(sheet?.dataValidations?.find((each) => each.type === "list")).toMatchObject({
      formula1: "'可填的内容'!$B$3:$B$4",
      range: "B2:B501",
    });
    expect(words?.rows).toContainEqual([null, "残疾人"]);
    const read = await readSheet(bytes, { name: text("姓名"), group: text("人员类别", false) });
    expect([read.rowCount, read.notes]).toEqual([0, []]);
  });
});
