import { type Column, parseValue, type Values } from "@jinengtong/returns";
import type { CivilDate } from "@jinengtong/standards";
import { z } from "zod";
import { json, sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { type FieldError, unacceptable } from "../../kernel/problem.ts";
import { ById, Text } from "../../kernel/shapes.ts";
import { REPORTING } from "./open-return.ts";
import { lockOpenReturn, returnOwner } from "./return-record.ts";
import { ReturnShown, showReturn } from "./return-view.ts";

/** Texts as typed, by the code of their column. */
export const TypedTexts = z
  .record(z.string().max(40), z.string().max(400))
  .describe("各栏目填写的内容，按栏目编号；空表示没有填");

/** Parses typed texts; refuses all bad ones at once, each at its column. Columns that the form lacks are refused. */
export function parseTexts(
  columns: readonly Column[],
  texts: Readonly<Record<string, string>>,
  today: CivilDate,
  at: string,
): Values {
  const errors: FieldError[] = [];
  const values: Record<string, string | number> = {};
  for (const [code, text] of Object.entries(texts)) {
    const column = columns.find((one) => one.code === code);
    if (!column) {
      errors.push({ pointer: `/${at}/${code}`, detail: "表里没有这一栏" });
      continue;
    }
    // A draft may have gaps: what is missing is said when it is sent.
    const parsed = parseValue({ ...column, optional: true }, text, today);
    if (!parsed.ok) errors.push({ pointer: `/${at}/${code}`, detail: parsed.message });
    else if (parsed.value !== undefined) values[code] = parsed.value;
  }
  if (errors.length > 0)
    throw unacceptable("return-value", `填写的内容有 ${errors.length} 处需要更正：${errors[0]?.detail ?? ""}`, errors);
  return values;
}

/** `PUT /api/v1/period-returns/:id`: saves figures and note of a return that is being filled in. */
export const saveReturn = operation({
  method: "PUT",
  path: "/api/v1/period-returns/:id",
  summary: "保存定期报表",
  permission: { roles: REPORTING, over: returnOwner },
  scope: "returns:write",
  params: ById,
  body: z.strictObject({ figures: TypedTexts, note: Text(500).nullable() }),
  output: ReturnShown,
  async run(context, { params, body }) {
    const given = await lockOpenReturn(context, params.id);
    const figures = parseTexts(given.form.figures, body.figures, context.today, "figures");
    await sql`
      update period_return set figures = ${json(figures)}, note = ${body.note === "" ? null : body.note}, edited_at = ${context.now}
      where id = ${params.id}`.execute(context.db);
    context.audit({ kind: "period-return", id: params.id, organisationId: given.organisationId });
    return showReturn(context, params.id);
  },
});
