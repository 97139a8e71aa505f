import { notifyAccount } from "../../access/index.ts";
import { operation } from "../../kernel/operation.ts";
import { forbidden } from "../../kernel/problem.ts";
import { ById } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { requireKeeper } from "../keeper/keepers.ts";
import { applyImport } from "./apply-import.ts";
import { importStates } from "./import-states.ts";
import { importOwner, ImportShown, lockImport, showImport } from "./import-view.ts";

/** Row limit of lists recorded while the officer waits. */
const AT_ONCE_ROWS = 500;

/**
 * `POST /api/v1/fact-imports/:id/confirmation`: a second officer of the office confirms, and the facts count from then on. Refuses the
 * officer who sent the list.
 */
export const confirmList = operation({
  method: "POST",
  path: "/api/v1/fact-imports/:id/confirmation",
  summary: "确认人员信息导入",
  permission: { roles: ["reviewer", "department"], over: importOwner },
  params: ById,
  output: ImportShown,
  async run(context, { params }) {
    const given = await lockImport(context, params.id);
    await requireKeeper(context, given.subject);
    if (given.sent_by === context.actor.accountId)
      throw forbidden("上传和确认须由两个人办理，请本单位的另一位工作人员登录后确认。", "confirmed-by-sender");
    await moveState(context, importStates, params.id, "applying", { from: ["submitted"] });
    await context.db
      .updateTable("fact_import")
      .set({ confirmed_by: context.actor.accountId, confirmed_at: context.now, done: 0 })
      .where("id", "=", params.id)
      .execute();
    await notifyAccount(context, given.sent_by, {
      template: "import-confirmed",
      subject: params.id,
      text: `您上传的第 ${given.number} 号名册导入已由另一位工作人员确认。`,
    });
    context.audit({ kind: "fact-import", id: params.id, detail: { subject: given.subject } });
    if (given.undoes === null && given.added + given.changed <= AT_ONCE_ROWS) await applyImport(context, params.id);
    else await context.emit("fact-import-confirmed", { importId: params.id });
    return showImport(context, params.id);
  },
});
