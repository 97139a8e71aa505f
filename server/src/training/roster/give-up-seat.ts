import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { conflict } from "../../kernel/problem.ts";
import { enrolmentStates, type EnrolmentState } from "../enrolment-states.ts";

/** Ends an enrolment without a result; one statement changes state and seat together. */
export async function giveUpSeat(
  context: Context,
  enrolmentId: string,
  to: "rejected" | "withdrawn",
  reason: string,
): Promise<void> {
  const before = await context.db
    .selectFrom("enrolment")
    .select("state")
    .where("id", "=", enrolmentId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const state = before.state as EnrolmentState;
  if (!enrolmentStates.states[state].to.includes(to))
    throw conflict(
      "enrolment-state",
      `报名当前为“${enrolmentStates.states[state].label}”，不能办理此事项。请刷新页面查看。`,
      {
        state,
      },
    );
  await sql`select set_config('app.reason', ${reason}, true)`.execute(context.db);
  await context.db.updateTable("enrolment").set({ state: to, seat: null }).where("id", "=", enrolmentId).execute();
}
