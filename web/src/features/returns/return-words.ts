import { type Column, figureKind, parseValue, type ReturnForm, showValue, type Values } from "@jinengtong/returns";
import { civilDate } from "@jinengtong/standards";
import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { formatNumber } from "../../kit/format.ts";
import { today } from "../../kit/today.ts";

export type ShownReturn = Output<Api["periodReturns"]["show"]>;
export type Duty = Output<Api["periodReturns"]["duties"]>["duties"][number];
export type ReturnRow = Output<Api["periodReturns"]["rows"]>["rows"][number];

/** A figure as people read it: amounts and hundredths with two places. */
export function figureText(form: ReturnForm, code: string, value: string | number | undefined): string {
  if (value === undefined) return "–";
  const kind = figureKind(form, code);
  if (typeof value === "number" && (kind === "yuan" || kind === "decimal"))
    return (value / 100).toLocaleString("zh-CN", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  if (typeof value === "number") return formatNumber(value);
  const column = form.figures.find((one) => one.code === code);
  return column ? showValue(column, value) : value;
}

/** Unit of a figure behind its number. */
export const unitOf = (form: ReturnForm, code: string): string => {
  const kind = figureKind(form, code);
  if (kind === "yuan") return "元";
  return kind === "decimal" ? "%" : "";
};

/** The figures of a return as texts to type in. */
export const textsOf = (form: ReturnForm, figures: Values): Record<string, string> =>
  Object.fromEntries(
    form.figures.map((column) => {
      const value = figures[column.code];
      return [
        column.code,
        value === undefined ? "" : column.kind === "code" ? String(value) : showValue(column, value),
      ];
    }),
  );

/** Typed texts as values, and the sentence on each that can't be read. */
export function readTexts(
  columns: readonly Column[],
  texts: Readonly<Record<string, string>>,
): { values: Values; faults: Record<string, string> } {
  const values: Record<string, string | number> = {};
  const faults: Record<string, string> = {};
  for (const column of columns) {
    const parsed = parseValue({ ...column, optional: true }, texts[column.code] ?? "", civilDate(today()));
    if (!parsed.ok) faults[column.code] = parsed.message;
    else if (parsed.value !== undefined) values[column.code] = parsed.value;
  }
  return { values, faults };
}
