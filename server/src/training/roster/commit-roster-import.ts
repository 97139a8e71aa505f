import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById } from "../../kernel/shapes.ts";
import { requireActive } from "../../organisations/index.ts";
import { commitAtOnce } from "./commit-roster.ts";
import { RosterImport, rosterTask, rosterTaskOwner, saveTask, showTask } from "./roster-task.ts";

const AT_ONCE_ROWS = 500;

/** Enrols the good rows of the preview; rows with errors can be sent again in another file. */
export const commitRosterImport = operation({
  method: "POST",
  path: "/api/v1/roster-imports/:id/commit",
  summary: "确认导入花名册",
  permission: { roles: ["institution"], over: rosterTaskOwner },
  scope: "classes:write",
  params: ById,
  output: RosterImport,
  async run(context, { params }) {
    const task = await rosterTask(context, params.id, true);
    if (task.input.phase === "commit") throw conflict("already-committed", "这次导入已确认过，请勿重复提交。");
    if (task.state !== "done") throw conflict("preview-running", "文件还在预检或未通过预检，请稍候再确认。");
    await requireActive(context, context.actor.organisationId ?? "", "招收学员");
    const accepted = task.result?.accepted.length ?? 0;
    if (accepted === 0) throw conflict("nothing-to-import", "没有可以导入的行，请按错误清单更正后重新上传。");
    await saveTask(context, task.id, { state: "running", phase: "commit", total: accepted, done: 0, failed: 0 });
    context.audit({ kind: "roster-import", id: task.id, detail: { rows: accepted } });
    if (accepted <= AT_ONCE_ROWS) await commitAtOnce(context, await rosterTask(context, task.id));
    else await context.emit("roster-import", { taskId: task.id });
    return showTask(await rosterTask(context, task.id));
  },
});
