import { operation } from "../../kernel/operation.ts";
import { ById } from "../../kernel/shapes.ts";
import { RosterImport, rosterTask, rosterTaskOwner, showTask } from "./roster-task.ts";

/** Progress of an import and its first findings. */
export const showRosterImport = operation({
  method: "GET",
  path: "/api/v1/roster-imports/:id",
  summary: "查看花名册导入",
  permission: { roles: ["institution"], over: rosterTaskOwner },
  scope: "classes:read",
  params: ById,
  output: RosterImport,
  run: async (context, { params }) => showTask(await rosterTask(context, params.id)),
});
