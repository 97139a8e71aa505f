import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Text } from "../../kernel/shapes.ts";
import { requireKeeper } from "../keeper/keepers.ts";
import { importOwner, ImportShown, lockImport, showImport } from "./import-view.ts";

/**
 * `POST /api/v1/fact-imports/:id/undoing`: asks to take a recorded import back. It is an import of its own, which a second officer
 * confirms; the facts taken back stay readable.
 */
export const undoList = operation({
  method: "POST",
  path: "/api/v1/fact-imports/:id/undoing",
  summary: "申请撤销人员信息导入",
  permission: { roles: ["reviewer", "department"], over: importOwner },
  params: ById,
  body: z.strictObject({ reason: Text(300, 4) }),
  output: ImportShown,
  async run(context, { params, body }) {
    const given = await lockImport(context, params.id);
    await requireKeeper(context, given.subject);
    if (given.state !== "applied" || given.undoes !== null)
      throw conflict("import-not-applied", "只有已登记的名册才能撤销；撤销错了，请重新上传正确的名册。");
    const row = await context.db
      .insertInto("fact_import")
      .values({
        subject: given.subject,
        organisation_id: given.organisation_id,
        region: given.region,
        file_id: null,
        undoes: given.id,
        source: `撤销第 ${given.number} 号导入`,
        reason: body.reason,
        rows_wanted: "all",
        state: "submitted",
        refused: null,
        total: given.added + given.changed,
        sent_by: context.actor.accountId,
        sent_at: context.now,
        confirmed_by: null,
        confirmed_at: null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    context.audit({ kind: "fact-import", id: row.id, detail: { undoes: given.number } });
    return showImport(context, row.id);
  },
});
