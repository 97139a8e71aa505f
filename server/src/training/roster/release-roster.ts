import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { notifyAll } from "../../people/index.ts";

/** Ends the enrolments of these states in a class, frees their seats and notifies the learners with the reason. */
export async function releaseRoster(
  context: Context,
  classId: string,
  given: { from: readonly ("applied" | "enrolled")[]; to: "withdrawn" | "rejected"; reason: string },
): Promise<void> {
  await sql`select set_config('app.reason', ${given.reason}, true)`.execute(context.db);
  const gone = await context.db
    .updateTable("enrolment")
    .set({ state: given.to, seat: null })
    .where("class_id", "=", classId)
    .where("state", "in", given.from)
    .returning("person_id")
    .execute();
  const target = await context.db
    .selectFrom("training_class")
    .select("name")
    .where("id", "=", classId)
    .executeTakeFirstOrThrow();
  await notifyAll(
    context,
    gone.map((row) => ({
      personId: row.person_id,
      template: "enrolment-ended",
      text: `您在“${target.name}”的报名已结束：${given.reason}。您可以选择其他班。`,
    })),
  );
}
