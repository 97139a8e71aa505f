import type { Context } from "../../kernel/context.ts";

/** Cancels the remaining sessions of a cancelled class, so that teachers and rooms are free. */
export async function releaseSessions(context: Context, classId: string, because: string): Promise<void> {
  await context.db
    .updateTable("class_session")
    .set({ cancelled: true, cancelled_because: because })
    .where("class_id", "=", classId)
    .where("cancelled", "=", false)
    .where("starts_at", ">", context.now)
    .execute();
}
