import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound, unacceptable } from "../../kernel/problem.ts";
import { ById, fileOutput, Id, pageOf } from "../../kernel/shapes.ts";
import { byId, byNumber, type Placed, sortable } from "../../kernel/sorting.ts";
import { templateReply } from "../../kernel/sheets.ts";
import { REPORTING } from "./open-return.ts";
import { findReturn, LIVE, lockOpenReturn, returnOwner } from "./return-record.ts";
import { readColumnsOf, rowColumnsOf } from "./row-columns.ts";
import { parseTexts, TypedTexts } from "./save-return.ts";
import { endRows, recount, writeRows } from "./write-rows.ts";

/** Readers of returns beside their reporters. */
export const READING = [...REPORTING, "reviewer", "finance", "auditor"] as const;

export const ReturnRow = z.strictObject({
  id: Id,
  line: z.number().int(),
  idNumberMasked: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  content: z.record(z.string(), z.union([z.string(), z.number()])).describe("各栏目的内容，身份证号和手机号除外"),
});

export const ROW_ORDER = sortable({
  columns: { line: byNumber("v.line") },
  unique: byId("v.id"),
  usual: "line",
});

export const rowPage = (context: Context, id: string, request: Parameters<typeof ROW_ORDER.page>[0]) => {
  const page = ROW_ORDER.page(request);
  return page.read(
    context.db,
    sql<Placed<z.output<typeof ReturnRow>>>`
      select v.id, v.line, v.id_number_masked as "idNumberMasked", v.phone_masked as "phoneMasked", v.content, ${page.place}
      from period_return_row v where v.return_id = ${id} and ${LIVE} and ${page.beyond} order by ${page.order} limit ${page.limit}`,
  );
};

/** `GET /api/v1/period-returns/:id/rows`: rows by name of the newest version, numbers masked. */
export const listReturnRows = operation({
  method: "GET",
  path: "/api/v1/period-returns/:id/rows",
  summary: "定期报表的明细",
  permission: { roles: READING, over: returnOwner },
  scope: "returns:read",
  params: ById,
  query: ROW_ORDER.query,
  output: pageOf(ReturnRow),
  run: (context, { params, query }) => rowPage(context, params.id, query),
});

/** `POST /api/v1/period-returns/:id/rows`: one row, typed. */
export const addReturnRow = operation({
  method: "POST",
  path: "/api/v1/period-returns/:id/rows",
  summary: "登记定期报表明细",
  permission: { roles: REPORTING, over: returnOwner },
  scope: "returns:write",
  params: ById,
  body: z.strictObject({ values: TypedTexts }),
  output: z.object({ rowCount: z.number().int() }),
  async run(context, { params, body }) {
    const given = await lockOpenReturn(context, params.id);
    const columns = rowColumnsOf(given.form);
    const values = parseTexts(columns, body.values, context.today, "values");
    const missing = columns.filter(({ code, optional }) => !optional && values[code] === undefined);
    if (missing.length > 0)
      throw unacceptable(
        "return-value",
        `请填写“${missing.map(({ title }) => title).join("”“")}”。`,
        missing.map(({ code, title }) => ({ pointer: `/values/${code}`, detail: `请填写“${title}”` })),
      );
    const [fault] = await writeRows(context, given, [{ rowNumber: 1, values }]);
    if (fault) throw unacceptable(fault.code, fault.sentence, [{ pointer: "/values", detail: fault.sentence }]);
    context.audit({ kind: "period-return", id: params.id, organisationId: given.organisationId });
    return { rowCount: given.rowCount + 1 };
  },
});

/** `DELETE /api/v1/period-returns/:id/rows/:rowId`: takes a row out; it stays in versions that were sent. */
export const removeReturnRow = operation({
  method: "DELETE",
  path: "/api/v1/period-returns/:id/rows/:rowId",
  summary: "去掉定期报表明细",
  permission: { roles: REPORTING, over: returnOwner },
  scope: "returns:write",
  params: ById.extend({ rowId: Id }),
  output: z.object({ rowCount: z.number().int() }),
  async run(context, { params }) {
    const given = await lockOpenReturn(context, params.id);
    if ((await endRows(context, given, params.rowId)) === 0) throw notFound("这一行");
    await recount(context, params.id);
    context.audit({ kind: "period-return", id: params.id, organisationId: given.organisationId });
    return { rowCount: given.rowCount - 1 };
  },
});

/** `GET /api/v1/period-returns/:id/row-imports/template`: an empty list with the form's columns. */
export const returnRowTemplate = operation({
  method: "GET",
  path: "/api/v1/period-returns/:id/row-imports/template",
  summary: "下载明细模板",
  permission: { roles: REPORTING, over: returnOwner },
  scope: "returns:read",
  params: ById,
  output: fileOutput,
  async run(context, { params }) {
    const { form } = await findReturn(context, params.id);
    return templateReply(`${form.title}${form.rows?.title ?? ""}模板`, readColumnsOf(form, context.today));
  },
});
