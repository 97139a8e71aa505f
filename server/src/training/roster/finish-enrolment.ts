import type { NonCompletion } from "@jinengtong/standards";
import type { Context } from "../../kernel/context.ts";
import { moveState } from "../../kernel/states.ts";
import { enrolmentStates } from "../enrolment-states.ts";

/** Why and by how many class hours a learner did not complete. */
export interface NotCompleted {
  code: NonCompletion;
  missingHours: number;
  reason: string;
}

/** Sets the outcome of one learner's class, completed or failed with the reason. In the caller's transaction. */
export async function finishEnrolment(
  context: Context,
  enrolmentId: string,
  outcome: "completed" | NotCompleted,
): Promise<void> {
  if (outcome === "completed") await moveState(context, enrolmentStates, enrolmentId, outcome);
  else await moveState(context, enrolmentStates, enrolmentId, "failed", { reason: outcome.reason });
  await context.db
    .updateTable("enrolment")
    .set(
      outcome === "completed"
        ? { completed_on: context.today }
        : { outcome_code: outcome.code, missing_hours: outcome.missingHours },
    )
    .where("id", "=", enrolmentId)
    .execute();
  if (outcome === "completed") await context.emit("learner-finished", { enrolmentId });
}
