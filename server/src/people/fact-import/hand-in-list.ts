import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { notifyKeepers } from "../keeper/notify-keepers.ts";
import { importStates } from "./import-states.ts";
import { importOwner, ImportShown, lockImport, showImport } from "./import-view.ts";

/** `POST /api/v1/fact-imports/:id/submission`: the sender hands a checked list in: all rows or none, or the good rows. */
export const handInList = operation({
  method: "POST",
  path: "/api/v1/fact-imports/:id/submission",
  summary: "提交人员信息导入",
  permission: { roles: ["reviewer", "department"], over: importOwner },
  params: ById,
  body: z.strictObject({ rows: z.enum(["all", "good"]).describe("全部行都没有错误才导入，还是只导入没有错误的行") }),
  output: ImportShown,
  async run(context, { params, body }) {
    const given = await lockImport(context, params.id);
    if (given.state === "ready" && body.rows === "all" && given.faulty > 0)
      throw conflict(
        "rows-faulty",
        `有 ${given.faulty} 行有错误，选择“全部导入”须先改好这些行再上传；也可以选择“只导入没有错误的行”。`,
      );
    if (given.state === "ready" && given.added + given.changed === 0)
      throw conflict("nothing-to-import", "没有需要登记或更正的行：有错误的请改好后重新上传，其余的都已登记过。");
    await moveState(context, importStates, params.id, "submitted", { from: ["ready"] });
    await context.db.updateTable("fact_import").set({ rows_wanted: body.rows }).where("id", "=", params.id).execute();
    await notifyKeepers(context, given.subject, given.region, {
      template: "imports-waiting",
      text: "有 {n} 份名册导入已提交，等待本单位另一位工作人员确认。",
    });
    context.audit({ kind: "fact-import", id: params.id, detail: { rows: body.rows } });
    return showImport(context, params.id);
  },
});
