import {
  accept,
  type CivilDate,
  parseCitizenId,
  parseMobile,
  parseWrittenDate,
  parseYuan,
  refuse,
  type Parsed,
  writtenLength,
  writtenLine,
} from "@jinengtong/standards";
import type { Column } from "./form.ts";

/** Value of a column: text, or a whole number (of fen for yuan, of hundredths for decimals). */
export type Value = string | number;
export type Values = Readonly<Record<string, Value | undefined>>;

/**
 * Parses what a person or a sheet says under a column. An empty text of an optional column is no value. Refuses in a Chinese sentence that names
 * the column. `today` bounds days and births.
 */
export function parseValue(column: Column, text: string, today: CivilDate): Parsed<Value | undefined> {
  const plain = text.normalize("NFKC").trim();
  if (plain === "") return column.optional ? accept(undefined) : refuse("value-empty", `请填写“${column.title}”。`);
  switch (column.kind) {
    case "text":
      return writtenLength(plain) > 200
        ? refuse("value-long", `“${column.title}”不能超过 200 个字。`)
        : accept(writtenLine(plain));
    case "count": {
      const digits = plain.replaceAll(",", "");
      if (!/^\d{1,9}$/u.test(digits)) return refuse("value-count", `“${column.title}”应为不带小数的数，例如 120。`);
      return accept(Number(digits));
    }
    case "yuan":
    case "decimal": {
      const amount = parseYuan(plain);
      if (!amount.ok || amount.value < 0)
        return refuse("value-amount", `“${column.title}”应为不小于 0 的数，最多两位小数，例如 1200.50。`);
      return amount;
    }
    case "day":
      return parseWrittenDate(plain, { serial: true });
    case "citizen-id": {
      const parsed = parseCitizenId(plain, { on: today });
      return parsed.ok ? accept(parsed.value.number) : parsed;
    }
    case "invoice": {
      const number = plain.replace(/[\s-]/gu, "").toUpperCase();
      return /^(?:\d{8}|\d{10}|\d{12}|\d{18}|\d{20})$/u.test(number)
        ? accept(number)
        : refuse(
            "value-invoice",
            `“${column.title}”应为发票上的号码：数电发票 20 位，其他发票 8 位（也可连同代码填写）。`,
          );
    }
    case "phone":
      return parseMobile(plain);
    case "code": {
      const found = column.list?.find((item) => item.code === plain || item.title === plain);
      return found
        ? accept(found.code)
        : refuse("value-code", `“${column.title}”应为${column.list?.map((item) => item.title).join("、")}之一。`);
    }
  }
}

/** A value as people read and type it: yuan and decimals with two places, codes by their title. */
export function showValue(column: Pick<Column, "kind" | "list"> & Partial<Column>, value: Value): string {
  if (typeof value === "number" && (column.kind === "yuan" || column.kind === "decimal"))
    return (value / 100).toFixed(2);
  return column.list?.find(({ code }) => code === value)?.title ?? String(value);
}
