import type { Context } from "../../kernel/context.ts";
import { moveState } from "../../kernel/states.ts";
import { enrolmentStates } from "../enrolment-states.ts";

/** Sets the outcome of one learner's class, completed or failed. In the caller's transaction. */
export async function finishEnrolment(
  context: Context,
  enrolmentId: string,
  outcome: "completed" | "failed",
  reason?: string,
): Promise<void> {
  await moveState(context, enrolmentStates, enrolmentId, outcome, reason === undefined ? {} : { reason });
  if (outcome === "completed")
    await context.db
      .updateTable("enrolment")
      .set({ completed_on: context.today })
      .where("id", "=", enrolmentId)
      .execute();
}
