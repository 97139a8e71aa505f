import type { Context } from "../../kernel/context.ts";

/** Cancels what a class that will not take place had still booked, so that teachers and rooms are free for others. */
export async function releaseSessions(context: Context, classId: string, because: string): Promise<void> {
  await context.db
    .updateTable("class_session")
    .set({ cancelled: true, cancelled_because: because })
    .where("class_id", "=", classId)
    .where("cancelled", "=", false)
    .where("starts_at", ">", context.now)
    .execute();
}
