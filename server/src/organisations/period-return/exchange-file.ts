import {
  type Column,
  headingsOf,
  partnerHeading,
  type PartnerMapping,
  showValue,
  toPartner,
  type Value,
} from "@jinengtong/returns";
import { z } from "zod";
import type { WriteColumn } from "../../adapters/spreadsheet/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, fileOutput, Text } from "../../kernel/shapes.ts";
import { sheetReply } from "../../kernel/sheets.ts";
import { REPORTING } from "./open-return.ts";
import { findReturn, LIVE, returnOwner } from "./return-record.ts";
import { READING, ROW_ORDER, rowPage } from "./return-rows.ts";
import { partnerOf, rowColumnsOf } from "./row-columns.ts";
import { wholeList } from "../../kernel/whole-list.ts";

interface Row {
  id: string;
  content: Record<string, Value>;
  idNumber: Buffer | null;
  phone: Buffer | null;
}

/**
 * `POST /api/v1/period-returns/:id/exchange-files`: the office's own rows as a partner reads them, under its headings and codes. Numbers stand
 * whole, since the partner can't do without: only the office that sent them may take the file, for a recorded purpose.
 */
export const makeExchangeFile = operation({
  method: "POST",
  path: "/api/v1/period-returns/:id/exchange-files",
  summary: "生成交换文件",
  permission: { roles: REPORTING, over: returnOwner },
  params: ById,
  body: z.strictObject({ partner: z.string().max(40), purpose: Text(200) }),
  output: fileOutput,
  async run(context, { params, body }) {
    const given = await findReturn(context, params.id);
    const columns = rowColumnsOf(given.form);
    const partner = partnerOf(context, given.form, body.partner);
    const found = await sql<Row>`
      select v.id, v.content, v.id_number_sealed as "idNumber", v.phone_sealed as phone
      from period_return_row v where v.return_id = ${params.id} and ${LIVE} order by v.line`.execute(context.db);
    context.audit({
      kind: "period-return",
      id: params.id,
      organisationId: given.organisationId,
      detail: { partner: body.partner, purpose: body.purpose, rows: found.rows.length },
    });
    return sheetReply<Row>(
      `${given.form.title}-${given.period}-${body.partner}`,
      partner === undefined ? [] : columns.flatMap((column) => exchangeColumn(context, partner, column)),
      found.rows,
    );
  },
});

function exchangeColumn(context: Context, partner: PartnerMapping, column: Column): WriteColumn<Row>[] {
  const header = partnerHeading(partner, column);
  if (header === undefined) return [];
  return [
    {
      header,
      width: 22,
      value: (row) => {
        const value = valueOf(context, column, row);
        return value === undefined ? null : toPartner(partner, column, value);
      },
    },
  ];
}

function valueOf({ services }: Context, column: Column, row: Row): Value | undefined {
  const open = (name: string, sealed: Buffer | null): string | undefined =>
    sealed === null
      ? undefined
      : services.sealer.openText(sealed, { table: "period_return_row", column: name, row: row.id });
  if (column.kind === "citizen-id") return open("id_number", row.idNumber);
  if (column.kind === "phone") return open("phone", row.phone);
  return row.content[column.code];
}

/** `GET /api/v1/period-returns/:id/rows/export`: the rows as a workbook, numbers masked. */
export const exportReturnRows = operation({
  method: "GET",
  path: "/api/v1/period-returns/:id/rows/export",
  summary: "导出定期报表明细",
  permission: { roles: READING, over: returnOwner },
  scope: "returns:read",
  params: ById,
  query: z.object(ROW_ORDER.shape),
  output: fileOutput,
  async run(context, { params, query }) {
    const { form, period } = await findReturn(context, params.id);
    return sheetReply(
      `${form.title}-${period}`,
      rowColumnsOf(form).map((column) => ({
        header: headingsOf(column)[0] ?? column.code,
        width: 18,
        value: (row: Awaited<ReturnType<typeof rowPage>>["rows"][number]) => {
          if (column.kind === "citizen-id") return row.idNumberMasked;
          if (column.kind === "phone") return row.phoneMasked;
          const value = row.content[column.code];
          return value === undefined ? null : showValue(column, value);
        },
      })),
      wholeList(context, (inside, page) => rowPage(inside, params.id, { ...query, ...page })),
    );
  },
});
