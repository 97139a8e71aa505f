import { z } from "zod";
import { operation, summaryOf } from "../../kernel/operation.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { notify } from "../message/notify.ts";
import { windowOwner } from "./window-rows.ts";
import { windowStates } from "./window-states.ts";

/** Ends the service at a window; the person is told of everything that was done. */
export const endWindow = operation({
  method: "POST",
  path: "/api/v1/window-sessions/:id/end",
  summary: "结束窗口代办",
  permission: { roles: ["reviewer", "learner"], over: windowOwner },
  params: ById,
  body: z.strictObject({}),
  output: Done,
  async run(context, { params }) {
    await context.db
      .updateTable("window_session")
      .set({ ended_at: context.now, ended_by: context.actor.accountId })
      .where("id", "=", params.id)
      .where("state", "<>", "ended")
      .execute();
    const was = await moveState(context, windowStates, params.id, "ended");
    const { person_id: personId } = await context.db
      .selectFrom("window_session")
      .select("person_id")
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow();
    const acts = await context.db
      .selectFrom("acted_for")
      .select("operation")
      .where("window_id", "=", params.id)
      .orderBy("id")
      .execute();
    const done = [...new Set(acts.map((act) => summaryOf(act.operation)))].join("、");
    if (was === "open")
      await notify(
        context,
        personId,
        "window-ended",
        done === "" ? "窗口代办已结束，没有办理事项。" : `窗口代办已结束，办了：${done}。`,
      );
    context.audit({ kind: "window-session", id: params.id });
    return { id: params.id };
  },
});
