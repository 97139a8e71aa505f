import {
  accept,
  type CivilDate,
  parseCitizenId,
  parseMobile,
  parseWrittenDate,
  parseYuan,
  refuse,
  type Parsed,
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
      return plain.length > 200 ? refuse("value-long", `“${column.title}”不能超过 200 个字。`) : accept(plain);
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
