import { buffer } from "node:stream/consumers";
import { accept } from "@jinengtong/standards";
import { readXlsx } from "hucre";
import { describe, expect, it } from "vitest";
import { readSheet } from "./read-sheet.ts";
import { type WriteColumn, writeSheet } from "./write-sheet.ts";

interface Payment {
  readonly name: string;
  readonly card: string;
  readonly fen: bigint | number;
  readonly people: number | null;
}

const columns: readonly WriteColumn<Payment>[] = [
  { header: "姓名", value: (row) => row.name },
  { header: "银行卡号", width: 24, value: (row) => row.card },
  { header: "金额（元）", kind: "yuan", value: (row) => row.fen },
  { header: "人数", kind: "number", value: (row) => row.people },
];
const text = (header: string) => ({ header, required: true, parse: accept<string> }) as const;
const payments: Payment[] = [
  { name: "吴䶮", card: "6217001234567890123", fen: 4_560_000n, people: 38 },
  { name: '=HYPERLINK("http://evil","点我")', card: "+cmd|' /C calc'!A0", fen: 5, people: null },
  { name: "-李\u0001梅", card: "@SUM(A1)", fen: -120_050, people: 0 },
];

describe.each(["xlsx", "csv"] as const)("a sheet written as %s", (format) => {
  it("reads back as it was", async () => {
    const bytes = await buffer(writeSheet(columns, payments, { format, sheetName: "放款名单" }));
    const read = await readSheet(bytes, { name: text("姓名"), card: text("银行卡号"), yuan: text("金额") });
    expect(read.errors).toEqual([]);
    expect(read.rows.map((row) => row.values)).toEqual([
      { name: "吴䶮", card: "6217001234567890123", yuan: format === "csv" ? "45600.00" : "45600" },
      {
        name: '=HYPERLINK("http://evil","点我")',
        card: "+cmd|' /C calc'!A0",
        yuan: format === "csv" ? "0.05" : "0.05",
      },
      { name: "-李梅", card: "@SUM(A1)", yuan: format === "csv" ? "-1200.50" : "-1200.5" },
    ]);
  });
});

async function* broken(): AsyncGenerator<Payment> {
  yield* payments;
  throw new Error("source failed");
}

async function* endless(made: { rows: number }): AsyncGenerator<Payment> {
  for (;;) yield { name: "张三", card: "1", fen: made.rows++, people: 1 };
}

describe("what is written", () => {
  it("holds no formula in a workbook, and amounts are numbers", async () => {
    const bytes = await buffer(writeSheet(columns, payments, { format: "xlsx" }));
    const book = await readXlsx(bytes);
    const cells = [...(book.sheets[0]?.cells?.values() ?? [])];
    expect(cells.filter((cell) => cell.formula !== undefined)).toEqual([]);
    expect(book.sheets[0]?.rows[1]).toEqual(["吴䶮", "6217001234567890123", 45_600, 38]);
  });

  it("disarms formulas in a CSV, which Excel opens in the right encoding", async () => {
    const csv = (await buffer(writeSheet(columns, payments, { format: "csv" }))).toString("utf8");
    expect(csv.startsWith("\ufeff姓名,银行卡号")).toBe(true);
    const lines = csv.split("\r\n");
    expect(lines[2]).toMatch(/^"'=HYPERLINK/);
    expect(lines[3]).toMatch(/^'-李梅,'@SUM/);
  });

  it("is pulled row by row, not gathered", async () => {
    const made = { rows: 0 };
    const stream = writeSheet(columns, endless(made), { format: "csv" });
    await stream[Symbol.asyncIterator]().next();
    stream.destroy();
    expect(made.rows).toBeLessThan(50_000);
  });

  it("fails with its source", async () => {
    await expect(buffer(writeSheet(columns, broken(), { format: "xlsx" }))).rejects.toThrow("source failed");
  });
});
