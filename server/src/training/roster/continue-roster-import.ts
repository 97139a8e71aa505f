import type { Subscription } from "../../kernel/queue.ts";
import { commitInChunks } from "./commit-roster.ts";
import { previewRoster } from "./preview-roster.ts";
import { rosterTask } from "./roster-task.ts";

/** Processes a large import in the background; called again after a crash it resumes. */
export const continueRosterImport: Subscription<"roster-import"> = {
  event: "roster-import",
  name: "roster-import",
  title: "花名册导入",
  async run(context, { taskId }) {
    const task = await rosterTask(context, taskId);
    if (task.state === "done" || task.state === "failed") return;
    if (task.input.phase === "preview") await previewRoster(context, task);
    else await commitInChunks(context.services, task.id);
  },
};
