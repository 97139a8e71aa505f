import {
  type Column,
  fromPartner,
  headingsOf,
  parseValue,
  type PartnerMapping,
  partnerHeading,
  type ReturnForm,
  type Value,
} from "@jinengtong/returns";
import {
  type CivilDate,
  maskCitizenId,
  maskMiddle,
  maskMobile,
  maskPersonName,
  normaliseCode,
} from "@jinengtong/standards";
import type { ReadColumns } from "../../adapters/spreadsheet/index.ts";
import type { Context } from "../../kernel/context.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";

/** Columns of a form's rows; refuses a form that has none. */
export function rowColumnsOf(form: ReturnForm): readonly Column[] {
  if (!form.rows) throw conflict("form-without-rows", `“${form.title}”没有明细，只填指标。`);
  return form.rows.columns;
}

/** The mapping table of a partner for a form. */
export function partnerOf(context: Context, form: ReturnForm, code: string | undefined): PartnerMapping | undefined {
  if (code === undefined) return undefined;
  const found = context.services.forms.partners.find((one) => one.code === code && one.form === form.code);
  if (!found) throw unacceptable("no-such-partner", "没有这份编码对照表，请从列表中选择。");
  return found;
}

const maskWritten = (text: string): string => {
  const plain = normaliseCode(text);
  return plain.length >= 12 && plain.length <= 24 ? maskMiddle(plain, 4, 2) : "*".repeat(Math.min(plain.length, 24));
};

/** Whether a column is somebody's name, which error reports mask. */
const isName = ({ code, headings = [] }: Column): boolean => code === "name" || headings.includes("AAC003");

/**
 * The columns of a form's rows as a sheet is read: by their title, the other headings of offices, exchange codes, and a partner's headings
 * and codes where its table is chosen.
 */
export function readColumnsOf(form: ReturnForm, today: CivilDate, partner?: PartnerMapping): ReadColumns {
  return Object.fromEntries(
    rowColumnsOf(form).map((column) => {
      const theirs = partner && partnerHeading(partner, column);
      const [header = column.title, ...aliases] = [...new Set([...headingsOf(column), ...(theirs ? [theirs] : [])])];
      return [
        column.code,
        {
          header,
          aliases,
          ...(column.optional ? {} : { required: true as const }),
          parse: (text: string) => parseValue(column, partner ? fromPartner(partner, column, text) : text, today),
          ...(column.kind === "citizen-id" ? { mask: maskWritten, width: 22 } : {}),
          ...(column.kind === "phone" ? { mask: maskMobile } : {}),
          ...(isName(column) ? { mask: maskPersonName } : {}),
          ...(column.list ? { words: column.list.map(({ title }) => title) } : {}),
          ...(column.hint === undefined ? {} : { hint: column.hint }),
        },
      ];
    }),
  );
}

/** A value as an error report shows it. */
export function shownInReport(column: Column, value: Value | undefined): string {
  if (value === undefined) return "";
  if (column.kind === "citizen-id") return maskCitizenId(String(value));
  if (column.kind === "phone") return maskMobile(String(value));
  return isName(column) ? maskPersonName(String(value)) : String(value);
}
